// Every key of the policy language, in one table: what the loader accepts, what
// it says when something else stands there, and what the JSON Schema must list.

#ifndef SARING_CONFIG_KEYS_H_
#define SARING_CONFIG_KEYS_H_

#include <cstddef>
#include <span>
#include <string_view>

namespace saring {

// The kinds of maps whose keys are fixed.
enum class MapKind {
  kPolicy,
  kLaw,
  kOrdinary,
  kList,
  kRule,
  kNotice,
  kAnswer,
  kExample,
  kBudget,
  kBeyond
};

inline constexpr MapKind kMapKinds[] = {
    MapKind::kPolicy, MapKind::kLaw,    MapKind::kOrdinary, MapKind::kList,
    MapKind::kRule,   MapKind::kNotice, MapKind::kAnswer,   MapKind::kExample,
    MapKind::kBudget, MapKind::kBeyond};

struct Key {
  std::string_view name;
  bool required;
  std::string_view expected;  // what its value is, as in "expected ..."
};

// No kind of map has more keys than this.
inline constexpr size_t kMaxKeys = 18;

// In the order in which a person would write them.
std::span<const Key> KeysOf(MapKind kind);

// "a rule"
std::string_view NameOf(MapKind kind);

}  // namespace saring

#endif  // SARING_CONFIG_KEYS_H_
