#include "plugin/hosts/opensearch/clauses.h"

#include <algorithm>
#include <iterator>

namespace saring::opensearch {
namespace {

constexpr TextPlace kQuery = {.parameters = {"query"}};
constexpr TextPlace kFieldQuery = {.parameters = {"query"}, .by_field = true};
constexpr TextPlace kFieldQueryText = {.parameters = {"query_text"},
                                       .by_field = true};
constexpr TextPlace kOperators = {.parameters = {"query"},
                                  .rewording = Rewording::kPlain};
constexpr TextPlace kPattern = {.parameters = {"value", "wildcard"},
                                .by_field = true,
                                .rewording = Rewording::kNever};

constexpr Clause kClauses[] = {
    // Text.
    {.name = "match", .text = kFieldQuery},
    {.name = "match_phrase", .text = kFieldQuery},
    {.name = "match_phrase_prefix", .text = kFieldQuery},
    {.name = "match_bool_prefix", .text = kFieldQuery},
    {.name = "multi_match", .text = kQuery},
    {.name = "combined_fields", .text = kQuery},
    {.name = "semantic", .text = kQuery},
    {.name = "sparse_vector", .text = kQuery},
    {.name = "text_expansion",
     .text = {.parameters = {"model_text"}, .by_field = true}},
    {.name = "neural_sparse", .text = kFieldQueryText},
    {.name = "query_string", .text = kOperators},
    {.name = "simple_query_string", .text = kOperators},
    {.name = "intervals",
     .text = {.parameters = {"query", "prefix", "pattern", "term"},
              .by_field = true,
              .deep = true,
              .rewording = Rewording::kNever}},
    {.name = "more_like_this",
     .text = {.parameters = {"like"}, .rewording = Rewording::kNever}},
    {.name = "prefix", .text = kPattern},
    {.name = "wildcard", .text = kPattern},
    {.name = "fuzzy", .text = kPattern},
    {.name = "span_term", .text = kPattern},
    // Nearest neighbours.
    {.name = "knn",
     .text = {.parameters = {"model_text"}, .deep = true},
     .clauses = {{{"filter"}}},
     .nearest = true},
    {.name = "neural", .text = kFieldQueryText, .nearest = true},
    // Clauses of clauses.
    {.name = "bool",
     .clauses = {{{"must"}, {"should"}, {"filter"}, {"must_not", false}}}},
    {.name = "boosting", .clauses = {{{"positive"}, {"negative", false}}}},
    {.name = "constant_score", .clauses = {{{"filter"}}}},
    {.name = "dis_max", .clauses = {{{"queries"}}}},
    {.name = "function_score", .clauses = {{{"query"}}}},
    {.name = "script_score", .clauses = {{{"query"}}}},
    {.name = "nested", .clauses = {{{"query"}}}},
    {.name = "has_child", .clauses = {{{"query"}}}, .joins = true},
    {.name = "has_parent", .clauses = {{{"query"}}}, .joins = true},
    {.name = "pinned", .clauses = {{{"organic"}}}},
    {.name = "rule", .clauses = {{{"organic"}}}},
    {.name = "span_near", .clauses = {{{"clauses"}}}},
    {.name = "span_or", .clauses = {{{"clauses"}}}},
    {.name = "span_first", .clauses = {{{"match"}}}},
    {.name = "span_multi", .clauses = {{{"match"}}}},
    {.name = "span_not", .clauses = {{{"include"}, {"exclude", false}}}},
    {.name = "span_containing", .clauses = {{{"big"}, {"little"}}}},
    {.name = "span_within", .clauses = {{{"big"}, {"little"}}}},
    {.name = "field_masking_span", .clauses = {{{"query"}}}},
    {.name = "span_field_masking", .clauses = {{{"query"}}}},
    // Values and scores.
    {.name = "match_all"},
    {.name = "match_none"},
    {.name = "term"},
    {.name = "terms"},
    {.name = "terms_set"},
    {.name = "range"},
    {.name = "exists"},
    {.name = "ids"},
    {.name = "regexp"},
    {.name = "geo_distance"},
    {.name = "geo_bounding_box"},
    {.name = "geo_polygon"},
    {.name = "geo_shape"},
    {.name = "geo_grid"},
    {.name = "xy_shape"},
    {.name = "shape"},
    {.name = "distance_feature"},
    {.name = "rank_feature"},
    {.name = "script"},
    {.name = "parent_id"},
    {.name = "percolate"},
    // Never.
    {.name = "hybrid",
     .refusal = "it must stand at the top and cannot be sorted by another "
                "field before the score, so demotion would be lost"},
    {.name = "wrapper", .refusal = "what it wraps cannot be read"},
    {.name = "template", .refusal = "what it becomes cannot be read"},
};

}  // namespace

const Clause* FindClause(std::string_view name) {
  const auto at =
      std::find_if(std::begin(kClauses), std::end(kClauses),
                   [&](const Clause& clause) { return clause.name == name; });
  return at == std::end(kClauses) ? nullptr : at;
}

}  // namespace saring::opensearch
