#include "plugin/hosts/opensearch/aggregations.h"

#include <set>
#include <utility>

#include "plugin/hosts/opensearch/ordering.h"
#include "plugin/hosts/opensearch/refusal.h"

namespace saring::opensearch {
namespace {

// Those that need no change: they look at what the query finds, or at the
// results of others.
const std::set<std::string> kWithinTheQuery = {"adjacency_matrix",
                                               "auto_date_histogram",
                                               "avg",
                                               "avg_bucket",
                                               "boxplot",
                                               "bucket_correlation",
                                               "bucket_count_ks_test",
                                               "bucket_script",
                                               "bucket_selector",
                                               "bucket_sort",
                                               "cardinality",
                                               "categorize_text",
                                               "change_point",
                                               "composite",
                                               "cumulative_cardinality",
                                               "cumulative_sum",
                                               "date_histogram",
                                               "date_range",
                                               "derivative",
                                               "diversified_sampler",
                                               "extended_stats",
                                               "extended_stats_bucket",
                                               "filter",
                                               "filters",
                                               "frequent_item_sets",
                                               "geo_bounds",
                                               "geo_centroid",
                                               "geo_distance",
                                               "geo_line",
                                               "geohash_grid",
                                               "geohex_grid",
                                               "geotile_grid",
                                               "histogram",
                                               "inference",
                                               "ip_prefix",
                                               "ip_range",
                                               "matrix_stats",
                                               "max",
                                               "max_bucket",
                                               "median_absolute_deviation",
                                               "min",
                                               "min_bucket",
                                               "missing",
                                               "moving_avg",
                                               "moving_fn",
                                               "moving_percentiles",
                                               "multi_terms",
                                               "nested",
                                               "normalize",
                                               "percentile_ranks",
                                               "percentiles",
                                               "percentiles_bucket",
                                               "random_sampler",
                                               "range",
                                               "rare_terms",
                                               "rate",
                                               "reverse_nested",
                                               "sampler",
                                               "scripted_metric",
                                               "serial_diff",
                                               "significant_terms",
                                               "significant_text",
                                               "stats",
                                               "stats_bucket",
                                               "string_stats",
                                               "sum",
                                               "sum_bucket",
                                               "t_test",
                                               "terms",
                                               "time_series",
                                               "top_hits",
                                               "top_metrics",
                                               "value_count",
                                               "variable_width_histogram",
                                               "weighted_avg"};

// Whose buckets are terms: with a least count of 0 they have those that only
// hidden listings have.
const std::set<std::string> kOfTerms = {
    "terms", "multi_terms", "significant_terms", "significant_text"};

bool IsNought(const Json& value) {
  if (value.is_number()) return value <= 0;
  return value.is_string() && value.get_ref<const std::string&>() == "0";
}

void FilterKind(const TagFilter& filter, const std::string& path,
                const std::string& kind, Json* value) {
  if (kind == "global") {
    throw Refusal(path,
                  "it counts hidden listings: ask for it in a search of "
                  "its own, without a query");
  }
  if (kind == "children" || kind == "parent") {
    throw Refusal(path, "it counts listings that the filter does not reach");
  }
  if (!kWithinTheQuery.contains(kind)) {
    throw Refusal(path, "not an aggregation that is known");
  }
  if (!value->is_object()) throw Refusal(path, "not an object");
  if (kOfTerms.contains(kind) && value->contains("min_doc_count") &&
      IsNought((*value)["min_doc_count"])) {
    throw Refusal(path + ".min_doc_count",
                  "0 brings terms that only hidden listings have");
  }
  if (kind == "significant_terms" || kind == "significant_text") {
    Json background;
    if (value->contains("background_filter")) {
      background = std::move((*value)["background_filter"]);
    }
    (*value)["background_filter"] = filter.Narrowed(std::move(background));
  }
  if (kind == "top_hits") SortByRank(filter, path, value);
}

void FilterOne(const TagFilter& filter, const std::string& path, Json* one) {
  if (!one->is_object()) throw Refusal(path, "not an object");
  for (auto& entry : one->items()) {
    const std::string& key = entry.key();
    const std::string inner = path + '.' + key;
    if (key == "aggs" || key == "aggregations") {
      FilterAggregations(filter, inner, &entry.value());
    } else if (key != "meta") {
      FilterKind(filter, inner, key, &entry.value());
    }
  }
}

}  // namespace

void FilterAggregations(const TagFilter& filter, const std::string& path,
                        Json* aggregations) {
  if (!aggregations->is_object()) throw Refusal(path, "not an object");
  for (auto& entry : aggregations->items()) {
    FilterOne(filter, path + '.' + entry.key(), &entry.value());
  }
}

}  // namespace saring::opensearch
