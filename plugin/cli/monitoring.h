// The log and the metrics that the command line asks for.

#ifndef SARING_PLUGIN_CLI_MONITORING_H_
#define SARING_PLUGIN_CLI_MONITORING_H_

#include <saring/saring.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "plugin/cli/metrics_file.h"

namespace saring::cli {

struct MonitoringOptions {
  std::string log;      // "": none; so below
  std::string metrics;  // a file that is written in the end
};

// A host drops decisions when its log does not keep up; a command has the time
// to wait for it. All but handle() on one thread.
class Monitoring {
 public:
  // `ahead` is how many decisions may be made between two calls of Add() or
  // Finish(). Throws Failure where a file cannot be written.
  Monitoring(const MonitoringOptions& options, size_t ahead);

  // For saring_scratch_watch(); nullptr where nothing is asked for.
  saring_monitor* handle() const { return monitor_.get(); }

  // So many more decisions were made. Throws Failure when the log cannot be
  // written.
  void Add(size_t decisions);

  // All was decided. Throws Failure.
  void Finish();

 private:
  struct FreeMonitor {
    void operator()(saring_monitor* m) const { saring_monitor_free(m); }
  };

  void Flush();

  const MonitoringOptions options_;
  std::optional<MetricsFile> metrics_;
  std::unique_ptr<saring_monitor, FreeMonitor> monitor_;
  size_t not_flushed_ = 0;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_MONITORING_H_
