// What was counted, summed over scratches.

#ifndef SARING_PLUGIN_MONITOR_TOTALS_H_
#define SARING_PLUGIN_MONITOR_TOTALS_H_

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"
#include "plugin/monitor/latency.h"

namespace saring {

inline constexpr std::array kAskedKinds = {Asked::kQuery, Asked::kListing};
inline constexpr std::array kActions = {Action::kShow, Action::kReview,
                                        Action::kDemote, Action::kHide};
inline constexpr size_t kSteps = static_cast<size_t>(Step::kSlip) + 1;

inline constexpr size_t IndexOf(Asked asked) {
  return static_cast<size_t>(asked);
}
inline constexpr size_t IndexOf(Action action) {
  return static_cast<size_t>(action) / 10;
}

// A policy, by what distinguishes it from an older or a newer one.
struct PolicyName {
  std::string name, revision, fingerprint;

  auto operator<=>(const PolicyName&) const = default;
};
PolicyName NameOf(const Ruleset& ruleset);

struct RuleAction {
  std::string rule;
  Action action;

  auto operator<=>(const RuleAction&) const = default;
};

// A sum only grows. What has a name is kept for good, though its policy was
// exchanged, up to a bound; whatever comes later is counted as kOther, which no
// policy can call a rule.
struct Totals {
  static constexpr size_t kMostRules = 10'000;  // with an action each
  static constexpr size_t kMostPolicies = 1'000;
  static constexpr char kOther[] = "_other";

  std::array<std::array<uint64_t, kActions.size()>, kAskedKinds.size()> checks =
      {};
  std::array<Latency, kAskedKinds.size()> latency;
  std::array<uint64_t, kSteps> evidence = {};
  uint64_t texts_cut = 0, times_up = 0, overridden = 0;
  uint64_t dropped = 0;  // that were to be logged
  std::map<RuleAction, uint64_t> rules, shadow;
  std::map<PolicyName, uint64_t> policies;  // checks

  // To `rules` or `shadow`.
  void AddRule(RuleAction rule, uint64_t count,
               std::map<RuleAction, uint64_t>* sums);
  void AddPolicy(PolicyName policy, uint64_t count);
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_TOTALS_H_
