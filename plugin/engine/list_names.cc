#include "plugin/engine/list_names.h"

namespace saring {

ListNames::ListNames(const Policy& policy) {
  for (const TermList& list : policy.lists) {
    ids_.emplace(list.name.text,
                 static_cast<ListId>(&list - policy.lists.data()));
  }
}

std::optional<ListId> ListNames::Find(const std::string& name) const {
  const auto found = ids_.find(name);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

std::vector<ListId> ListNames::Resolve(
    const std::vector<Written>& names) const {
  std::vector<ListId> lists;
  for (const Written& name : names) {
    if (const auto list = Find(name.text)) lists.push_back(*list);
  }
  return lists;
}

}  // namespace saring
