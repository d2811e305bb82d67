// What one scratch counts.

#ifndef SARING_PLUGIN_MONITOR_TALLY_H_
#define SARING_PLUGIN_MONITOR_TALLY_H_

#include <array>
#include <cstdint>
#include <memory>

#include "plugin/engine/scratch.h"
#include "plugin/monitor/counter.h"
#include "plugin/monitor/latency.h"
#include "plugin/monitor/totals.h"

namespace saring {

// Written by the thread that uses the scratch and by no other, on cache lines
// of its own; read by whoever sums.
class alignas(kCacheLine) Tally {
 public:
  // The verdict in `scratch`, by the policy of the last Begin().
  void Count(Asked asked, const Scratch& scratch);
  void CountTime(Asked asked, uint64_t nanoseconds) {
    latency_[IndexOf(asked)].Add(nanoseconds);
  }

  void CountDropped() { dropped_.Add(); }

  // nullptr before the first Begin().
  const Ruleset* policy() const { return policy_.get(); }

  // From here on by `policy`. What was counted by rules of the one before goes
  // into *retired. Not while another thread is in this or in AddTo().
  void Begin(std::shared_ptr<const Ruleset> policy, Totals* retired);
  // Adds what was counted and is not retired.
  void AddTo(Totals* totals) const;

 private:
  // Of one rule, by action: when it fired, and when it did so in shadow.
  struct alignas(kCacheLine) RuleCounts {
    std::array<Counter, kActions.size()> fired, shadow;
  };

  void AddPolicyTo(Totals* totals) const;

  std::array<std::array<Counter, kActions.size()>, kAskedKinds.size()> checks_;
  std::array<LatencyCounter, kAskedKinds.size()> latency_;
  std::array<Counter, kSteps> evidence_;
  Counter texts_cut_, times_up_, overridden_, dropped_;
  std::shared_ptr<const Ruleset> policy_;
  std::unique_ptr<RuleCounts[]> rules_;
  uint64_t before_ = 0;  // checks by policies before policy_
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_TALLY_H_
