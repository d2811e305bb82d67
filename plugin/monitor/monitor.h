// Counts what many scratches do, and keeps the log of it.

#ifndef SARING_PLUGIN_MONITOR_MONITOR_H_
#define SARING_PLUGIN_MONITOR_MONITOR_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "plugin/monitor/decision_log.h"
#include "plugin/monitor/tally.h"
#include "plugin/monitor/totals.h"
#include "plugin/process/fork_guard.h"

namespace saring {

// Each scratch writes a tally of its own; who asks for the metrics sums them,
// so that nobody who checks waits for anybody else. Any thread.
class Monitor : private ForkHandler {
 public:
  // No log without options.
  explicit Monitor(const std::optional<LogOptions>& log);
  // REQUIRES: no tally is left
  ~Monitor() = default;
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;

  // A new tally, until Remove(), which keeps what it counted.
  Tally* Add();
  void Remove(Tally* tally);
  void BeginPolicy(Tally* tally, std::shared_ptr<const Ruleset> policy);

  // Of whoever exchanges policies: whether the new one was good.
  void CountReload(bool good) {
    (good ? good_reloads_ : bad_reloads_).fetch_add(1);
  }

  // In Prometheus' text format.
  std::string Metrics() const;

  // nullptr when there is none.
  DecisionLog* log() { return log_ ? &*log_ : nullptr; }

 private:
  void BeforeFork() override { mutex_.lock(); }
  void AfterForkInParent() override { mutex_.unlock(); }
  void AfterForkInChild() override {
    if (log_) log_->ForgetParent();
    mutex_.unlock();
  }

  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<Tally>> tallies_;  // all under the mutex
  Totals retired_;  // of tallies and policies that are gone
  std::optional<PolicyName> last_policy_;

  std::atomic<uint64_t> good_reloads_ = 0, bad_reloads_ = 0;
  std::optional<DecisionLog> log_;
  const ForkGuard fork_guard_{this};  // last: what it calls on is there
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_MONITOR_H_
