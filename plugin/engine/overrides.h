// What reviewers said of single listings.

#ifndef SARING_PLUGIN_ENGINE_OVERRIDES_H_
#define SARING_PLUGIN_ENGINE_OVERRIDES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "config/date.h"
#include "config/policy.h"
#include "normalizer/flat_array.h"
#include "plugin/engine/word_table.h"

namespace saring {

// Finds a reviewer's decisions on a listing by its id, in a time that does not
// depend on how many there are. Constant, but for the day.
class Overrides {
 public:
  // Made of 32-bit numbers alone, as it lies in images.
  struct Decision {
    static constexpr uint32_t kAllRules = 0xffffffffu;
    static constexpr int32_t kForEver = INT32_MAX;

    uint32_t listing;  // in listings_
    uint32_t rule;     // into Ruleset::rules, or kAllRules
    uint32_t action;   // an Action
    uint32_t reason;   // in reasons_
    int32_t last_day;  // since 1970, or kForEver
  };

  Overrides() = default;
  // One of a listing and rule. REQUIRES: each rule is one of `rules`, or ""
  Overrides(const std::vector<Override>& overrides,
            const std::vector<Rule>& rules);

  size_t size() const { return decisions_.size(); }
  bool empty() const { return decisions_.empty(); }

  // Those on a listing, whatever the day: on single rules in their order, then
  // that on all.
  std::span<const Decision> Of(std::string_view listing) const;

  // NUL-terminated.
  std::string_view ReasonOf(const Decision& decision) const {
    return reasons_.Text(decision.reason);
  }

  // Whether the decision holds on the day that was set.
  bool Holds(const Decision& decision) const {
    return today_ <= decision.last_day;
  }
  void SetDay(Date today);

  std::span<const Decision> all() const { return decisions_.span(); }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    WordTable::ForEachArray(self.listings_, visit);
    WordTable::ForEachArray(self.reasons_, visit);
    visit(self.decisions_);
  }
  bool Restore(size_t rules);

 private:
  WordTable listings_, reasons_;
  FlatArray<Decision> decisions_;  // by listing, then by rule
  int32_t today_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_OVERRIDES_H_
