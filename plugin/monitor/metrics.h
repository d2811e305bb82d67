// What a monitor knows, as Prometheus reads it.

#ifndef SARING_PLUGIN_MONITOR_METRICS_H_
#define SARING_PLUGIN_MONITOR_METRICS_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "plugin/monitor/decision_log.h"
#include "plugin/monitor/totals.h"

namespace saring {

struct Measured {
  Totals totals;
  std::set<PolicyName> in_use;  // by which scratches checked last
  uint64_t good_reloads = 0, bad_reloads = 0;
  std::optional<DecisionLog::Counts> log;
};

// README.md of this folder names the metrics.
std::string MetricsText(const Measured& measured);

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_METRICS_H_
