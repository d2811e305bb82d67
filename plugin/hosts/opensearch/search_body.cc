#include "plugin/hosts/opensearch/search_body.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "plugin/hosts/opensearch/aggregations.h"
#include "plugin/hosts/opensearch/ordering.h"
#include "plugin/hosts/opensearch/refusal.h"

namespace saring::opensearch {
namespace {

// What a body may hold: what shows, counts, limits or orders that which the
// query finds.
const std::set<std::string> kKnown = {"_source",
                                      "aggregations",
                                      "aggs",
                                      "collapse",
                                      "derived",
                                      "docvalue_fields",
                                      "explain",
                                      "fields",
                                      "from",
                                      "highlight",
                                      "include_named_queries_score",
                                      "indices_boost",
                                      "knn",
                                      "min_score",
                                      "pit",
                                      "post_filter",
                                      "profile",
                                      "query",
                                      "runtime_mappings",
                                      "script_fields",
                                      "search_after",
                                      "seq_no_primary_term",
                                      "size",
                                      "slice",
                                      "sort",
                                      "stats",
                                      "stored_fields",
                                      "terminate_after",
                                      "timeout",
                                      "track_scores",
                                      "track_total_hits",
                                      "version"};

const std::map<std::string, std::string> kRefused = {
    {"ext", "what it makes of the results is not known"},
    {"rank", "it cannot be sorted, so demotion would be lost"},
    {"rescore", "the engines allow it with no sort, so demotion would be lost"},
    {"retriever", "it cannot be sorted, so demotion would be lost"},
    {"search_pipeline", "a pipeline may replace the query"},
    {"suggest",
     "it shows words of hidden listings: ask for suggestions apart, and check "
     "each before it is shown"},
};

void CheckKeys(const Json& body) {
  for (const auto& entry : body.items()) {
    const std::string& key = entry.key();
    if (const auto at = kRefused.find(key); at != kRefused.end()) {
      throw Refusal(key, at->second);
    }
    if (!kKnown.contains(key)) {
      throw Refusal(key, "not a part of a search that is known");
    }
  }
}

// A field that is computed for one search hides the indexed one of its name.
void CheckComputedFields(const Json& body, const std::string& key,
                         const std::string& own) {
  const auto fields = body.find(key);
  if (fields == body.end()) return;
  if (!fields->is_object()) throw Refusal(key, "not an object");
  for (const auto& entry : fields->items()) {
    const std::string& name = entry.key();
    if ((own + '.').starts_with(name + '.') || name.starts_with(own + '.')) {
      throw Refusal(key + '.' + name, "it would stand for the field " + own);
    }
  }
}

}  // namespace

SearchBody::SearchBody(std::string_view bytes, const TagFilter& filter)
    : body_(ParseBody(bytes)) {
  CheckKeys(body_);
  Read(filter);
}

void SearchBody::Read(const TagFilter& filter) {
  for (const char* key : {"runtime_mappings", "derived"}) {
    CheckComputedFields(body_, key, filter.field());
  }
  for (const char* key : {"query", "post_filter"}) {
    const auto query = body_.find(key);
    if (query != body_.end()) ReadQuery(&*query, key, &parts_);
  }
  if (const auto knn = body_.find("knn"); knn != body_.end()) {
    ReadNearest(&*knn, "knn", &parts_);
  }
}

void SearchBody::FindNothing() {
  // Nearest neighbours would be found beside the query.
  parts_ = {};
  body_.erase("knn");
  body_["query"] = Json{{"match_none", Json::object()}};
}

void SearchBody::FilterQuery(const TagFilter& filter) {
  // Backwards, for those within another's filter come after it.
  for (auto at = parts_.nearest.rbegin(); at != parts_.nearest.rend(); ++at) {
    Json* nearest = *at;
    Json own;
    if (nearest->contains("filter")) own = std::move((*nearest)["filter"]);
    (*nearest)["filter"] = filter.Narrowed(std::move(own));
  }
  if (body_.contains("query")) {
    body_["query"] = filter.Around(std::move(body_["query"]));
  } else if (!body_.contains("knn")) {
    body_["query"] = filter.Around(Json{{"match_all", Json::object()}});
  }
}

Json SearchBody::Filtered(const TagFilter& filter) && {
  FilterQuery(filter);
  for (const char* key : {"aggs", "aggregations"}) {
    const auto aggregations = body_.find(key);
    if (aggregations == body_.end()) continue;
    FilterAggregations(filter, key, &*aggregations);
  }
  SortGroups(filter, &body_);
  SortBody(filter, &body_);
  return std::move(body_);
}

}  // namespace saring::opensearch
