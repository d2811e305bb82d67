#include "plugin/cli/monitoring.h"

#include "plugin/cli/failure.h"
#include "plugin/cli/library.h"
#include "plugin/cli/output.h"

namespace saring::cli {
namespace {

constexpr size_t kBetweenFlushes = 256;           // decisions
constexpr uint32_t kMostWait = 3'000;             // milliseconds
constexpr uint64_t kOneFile = uint64_t{1} << 40;  // bytes: never moved on

std::string MetricsOf(saring_monitor* monitor) {
  const ScratchHandle scratch = MakeScratch();
  const char* text = nullptr;
  size_t size = 0;
  const saring_status status =
      saring_monitor_metrics(monitor, scratch.get(), &text, &size);
  if (status != SARING_OK) {
    throw Failure(std::string("no metrics: ") + saring_status_text(status));
  }
  return {text, size};
}

}  // namespace

Monitoring::Monitoring(const MonitoringOptions& options, size_t ahead)
    : options_(options) {
  if (options_.log.empty() && options_.metrics.empty()) return;
  if (!options_.metrics.empty()) metrics_.emplace(options_.metrics);
  saring_monitor_options monitor = {};
  monitor.struct_size = sizeof(monitor);
  if (!options_.log.empty()) monitor.log_path = options_.log.c_str();
  monitor.log_queue = static_cast<uint32_t>(ahead + kBetweenFlushes);
  monitor.log_bytes = kOneFile;
  saring_monitor* made = nullptr;
  saring_error* error = nullptr;
  const saring_status status = saring_monitor_create(&monitor, &made, &error);
  TellLines(saring_error_text(error));
  saring_error_free(error);
  if (status != SARING_OK) {
    throw Failure(std::string("no log: ") + saring_status_text(status));
  }
  monitor_.reset(made);
}

void Monitoring::Add(size_t decisions) {
  not_flushed_ += decisions;
  if (not_flushed_ >= kBetweenFlushes) Flush();
}

void Monitoring::Finish() {
  Flush();
  if (metrics_) metrics_->Publish(MetricsOf(monitor_.get()));
}

void Monitoring::Flush() {
  not_flushed_ = 0;
  if (monitor_ == nullptr) return;
  if (saring_monitor_flush(monitor_.get(), kMostWait) != SARING_OK) {
    throw Failure("cannot write " + options_.log);
  }
}

}  // namespace saring::cli
