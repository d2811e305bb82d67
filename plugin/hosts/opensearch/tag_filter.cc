#include "plugin/hosts/opensearch/tag_filter.h"

#include <utility>

namespace saring::opensearch {

void TagFilter::AddTo(Json* boolean) const {
  (*boolean)["must_not"] =
      Json::array({Json{{"term", Json{{action(), "hide"}}}}});
  if (!only_tagged_) return;
  (*boolean)["filter"].push_back(Json{{"exists", Json{{"field", action()}}}});
}

Json TagFilter::Around(Json query) const {
  Json boolean = Json::object();
  boolean["must"].push_back(std::move(query));
  AddTo(&boolean);
  return Json{{"bool", std::move(boolean)}};
}

Json TagFilter::Narrowed(Json filters) const {
  Json boolean = Json::object();
  if (filters.is_array()) {
    boolean["filter"] = std::move(filters);
  } else if (!filters.is_null()) {
    boolean["filter"].push_back(std::move(filters));
  }
  AddTo(&boolean);
  return Json{{"bool", std::move(boolean)}};
}

Json TagFilter::ByRank() const {
  // A shard whose index has no such field yet would fail the search.
  return Json{
      {rank(),
       Json{{"order", "asc"}, {"missing", 0}, {"unmapped_type", "byte"}}}};
}

}  // namespace saring::opensearch
