// The lists of a policy by name.

#ifndef SARING_PLUGIN_ENGINE_LIST_NAMES_H_
#define SARING_PLUGIN_ENGINE_LIST_NAMES_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "config/policy.h"
#include "plugin/engine/pattern.h"

namespace saring {

// Finds lists by name. Of two of one name the first counts; the loader has told
// of the other.
class ListNames {
 public:
  explicit ListNames(const Policy& policy);

  std::optional<ListId> Find(const std::string& name) const;

  // The lists so named, without those that there are not.
  std::vector<ListId> Resolve(const std::vector<Written>& names) const;

 private:
  std::unordered_map<std::string, ListId> ids_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LIST_NAMES_H_
