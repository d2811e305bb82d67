// The C ABI: counters, latency and the decision log.

#include "plugin/monitor/monitor.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "plugin/c_api/guard.h"
#include "plugin/c_api/handles.h"
#include "plugin/monitor/log_file.h"
#include "plugin/monitor/watch.h"
#include "saring/saring.h"

namespace {

constexpr size_t kOptionsSize1 = offsetof(saring_monitor_options, log_shows) +
                                 sizeof(saring_monitor_options::log_shows);

// What a number of the options may be; 0 stands for the default.
struct Range {
  const char* name;
  uint64_t value, least, most;
};

// A line for each number that is out of its range.
std::string RangeFaults(const saring_monitor_options& options) {
  const Range ranges[] = {
      {"log_queue", options.log_queue, 1, 65'536},
      {"log_files", options.log_files, 1, 1'000},
      {"log_bytes", options.log_bytes, 4'096, uint64_t{1} << 40},
      {"log_sample", options.log_sample, 1, 1'000'000},
      {"log_shows", options.log_shows, 1, 1'000'000},
  };
  std::string faults;
  for (const Range& range : ranges) {
    if (range.value == 0 ||
        (range.value >= range.least && range.value <= range.most)) {
      continue;
    }
    faults += std::string(range.name) + ": " + std::to_string(range.value) +
              " is not between " + std::to_string(range.least) + " and " +
              std::to_string(range.most) + '\n';
  }
  return faults;
}

// Why nothing can be logged there; "" when it can.
std::string PathFault(const std::string& path) {
  const int file = saring::OpenForAppending(path);
  if (file >= 0) {
    close(file);
    return "";
  }
  const std::string why = errno == EINVAL
                              ? "not a regular file"
                              : std::generic_category().message(errno);
  return path + ":0:0: cannot be written: " + why + '\n';
}

saring::LogOptions LogOptionsOf(const saring_monitor_options& options) {
  saring::LogOptions log;
  log.path = options.log_path;
  if (options.log_queue > 0) log.queue = options.log_queue;
  if (options.log_files > 0) log.files = options.log_files;
  if (options.log_bytes > 0) log.bytes = options.log_bytes;
  if (options.log_sample > 0) log.sample = options.log_sample;
  log.shows = options.log_shows;
  return log;
}

saring_status Fail(saring_status status, std::string faults,
                   saring_error** error) {
  if (error != nullptr) *error = new saring_error{std::move(faults)};
  return status;
}

}  // namespace

saring_status saring_monitor_create(const saring_monitor_options* options,
                                    saring_monitor** monitor,
                                    saring_error** error) {
  if (options == nullptr || options->struct_size < kOptionsSize1 ||
      monitor == nullptr) {
    return SARING_INVALID_ARGUMENT;
  }
  return Guard([&] {
    std::string faults = RangeFaults(*options);
    const bool in_range = faults.empty();
    if (options->log_path != nullptr) faults += PathFault(options->log_path);
    if (!faults.empty()) {
      return Fail(in_range ? SARING_NOT_SAVED : SARING_INVALID_ARGUMENT,
                  std::move(faults), error);
    }
    std::optional<saring::LogOptions> log;
    if (options->log_path != nullptr) log = LogOptionsOf(*options);
    *monitor = new saring_monitor{std::make_shared<saring::Monitor>(log)};
    return SARING_OK;
  });
}

void saring_monitor_free(saring_monitor* monitor) { delete monitor; }

saring_status saring_scratch_watch(saring_scratch* scratch,
                                   saring_monitor* monitor) {
  if (scratch == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    std::unique_ptr<saring::Watch> watch;
    if (monitor != nullptr) {
      watch = std::make_unique<saring::Watch>(monitor->rep);
    }
    scratch->watch = std::move(watch);
    return SARING_OK;
  });
}

saring_status saring_monitor_count_reload(saring_monitor* monitor,
                                          uint32_t good) {
  if (monitor == nullptr) return SARING_INVALID_ARGUMENT;
  monitor->rep->CountReload(good != 0);
  return SARING_OK;
}

saring_status saring_monitor_metrics(saring_monitor* monitor,
                                     saring_scratch* scratch, const char** text,
                                     size_t* size) {
  if (monitor == nullptr || scratch == nullptr || text == nullptr ||
      size == nullptr) {
    return SARING_INVALID_ARGUMENT;
  }
  return Guard([&] {
    scratch->text = monitor->rep->Metrics();
    *text = scratch->text.c_str();
    *size = scratch->text.size();
    return SARING_OK;
  });
}

saring_status saring_monitor_flush(saring_monitor* monitor,
                                   uint32_t milliseconds) {
  if (monitor == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    saring::DecisionLog* const log = monitor->rep->log();
    if (log == nullptr || log->Flush(std::chrono::milliseconds(milliseconds))) {
      return SARING_OK;
    }
    return SARING_NOT_SAVED;
  });
}
