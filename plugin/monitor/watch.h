// Follows the checks of one scratch for a monitor.

#ifndef SARING_PLUGIN_MONITOR_WATCH_H_
#define SARING_PLUGIN_MONITOR_WATCH_H_

#include <chrono>
#include <cstdint>
#include <memory>

#include "plugin/monitor/dice.h"
#include "plugin/monitor/monitor.h"
#include "plugin/monitor/record.h"

namespace saring {

// Shares ownership of the monitor, and leaves it what was counted in the end.
// One thread at a time, the one that uses the scratch.
class Watch {
 public:
  explicit Watch(std::shared_ptr<Monitor> monitor);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // Before and after each check that gives a verdict. Allocates only where the
  // policy is another than before. Of a check that fails there is no After().
  void Before() {
    if (until_timed_ > 1) {
      --until_timed_;
    } else {
      until_timed_ = 0;
      begun_ = Clock::now();
    }
  }
  void After(const Subject& subject,
             const std::shared_ptr<const Ruleset>& policy,
             const Scratch& scratch);

 private:
  using Clock = std::chrono::steady_clock;

  void Begin(const std::shared_ptr<const Ruleset>& policy);
  void EndTime(Asked asked);
  void Log(const Subject& subject, const Ruleset& policy,
           const Scratch& scratch);

  const std::shared_ptr<Monitor> monitor_;
  Tally* const tally_;
  DecisionLog* const log_;                    // or nullptr
  const std::unique_ptr<Record> record_;      // with a log only
  std::shared_ptr<const PolicyTexts> texts_;  // of the policy; likewise
  Dice dice_;
  uint32_t until_timed_ = 1;  // checks; 0 while one is timed
  Clock::time_point begun_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_WATCH_H_
