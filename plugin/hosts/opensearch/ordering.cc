#include "plugin/hosts/opensearch/ordering.h"

#include <utility>

#include "plugin/hosts/opensearch/refusal.h"

namespace saring::opensearch {
namespace {

bool SortsBy(const Json& order, const std::string& field) {
  if (order.is_string()) return order.get_ref<const std::string&>() == field;
  return order.is_object() && order.contains(field);
}

// How many values a hit has for `order`.
size_t CountValues(const Json& order) {
  size_t count = 0;
  for (const Json& one : order) count += one.is_object() ? one.size() : 1;
  return count;
}

void CheckSearchAfter(const Json& body) {
  const auto after = body.find("search_after");
  if (after == body.end() || after->is_null()) return;
  if (body.contains("collapse")) {
    throw Refusal("search_after",
                  "with collapse it allows no sort but that by its own field");
  }
  const size_t expected = CountValues(body["sort"]);
  // Of a point in time the engine adds a value of its own.
  const size_t more = body.contains("pit") ? 1 : 0;
  if (after->is_array() && after->size() >= expected &&
      after->size() <= expected + more) {
    return;
  }
  throw Refusal("search_after",
                "expected " + std::to_string(expected) +
                    " values, the rank first: hand on the 'sort' of the last "
                    "hit as it came");
}

void SortGroup(const TagFilter& filter, const std::string& path, Json* hits) {
  if (!hits->is_object()) throw Refusal(path, "not an object");
  SortByRank(filter, path, hits);
}

}  // namespace

void SortByRank(const TagFilter& filter, const std::string& path,
                Json* object) {
  const std::string place = path.empty() ? "sort" : path + ".sort";
  Json orders = Json::array({filter.ByRank()});
  const auto own = object->find("sort");
  if (own == object->end() || own->is_null()) {
    orders.push_back("_score");
  } else if (own->is_array()) {
    for (Json& order : *own) orders.push_back(std::move(order));
  } else {
    orders.push_back(std::move(*own));
  }
  for (size_t i = 1; i < orders.size(); ++i) {
    if (!orders[i].is_string() && !orders[i].is_object()) {
      throw Refusal(place, "expected names and objects");
    }
    if (SortsBy(orders[i], filter.rank())) {
      throw Refusal(
          place, "sorts by " + filter.rank() + " already: rewrite a body once");
    }
  }
  (*object)["sort"] = std::move(orders);
}

void SortBody(const TagFilter& filter, Json* body) {
  const bool by_score = !body->contains("sort");
  SortByRank(filter, "", body);
  // Sorted by a field, the engines leave out the greatest score.
  if (by_score && !body->contains("track_scores")) {
    (*body)["track_scores"] = true;
  }
  CheckSearchAfter(*body);
}

void SortGroups(const TagFilter& filter, Json* body) {
  const auto collapse = body->find("collapse");
  if (collapse == body->end()) return;
  if (!collapse->is_object()) throw Refusal("collapse", "not an object");
  const auto hits = collapse->find("inner_hits");
  if (hits == collapse->end()) return;
  const std::string path = "collapse.inner_hits";
  if (!hits->is_array()) return SortGroup(filter, path, &*hits);
  for (size_t i = 0; i < hits->size(); ++i) {
    SortGroup(filter, path + '[' + std::to_string(i) + ']', &(*hits)[i]);
  }
}

}  // namespace saring::opensearch
