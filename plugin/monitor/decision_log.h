// The decision log: from any thread into a file, without waiting.

#ifndef SARING_PLUGIN_MONITOR_DECISION_LOG_H_
#define SARING_PLUGIN_MONITOR_DECISION_LOG_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "plugin/monitor/counter.h"
#include "plugin/monitor/record.h"

namespace saring {

struct LogOptions {
  std::string path;
  uint32_t queue = 1024;                // records of a KiB that may wait
  uint64_t bytes = uint64_t{64} << 20;  // the most of one file
  uint32_t files = 8;                   // older ones that are kept
  uint32_t sample = 1'000'000;          // of a million that do not show
  uint32_t shows = 0;                   // of a million that do
};

// Records wait in a bounded queue; a thread writes them, a tenth of a second
// later at the latest. It is started by the first record in each process, as
// threads do not live through a fork: a process writes what it decided itself.
// What cannot be written is tried again until it can be; meanwhile the queue
// fills, and what finds no room is dropped.
class DecisionLog {
 public:
  explicit DecisionLog(const LogOptions& options);
  // Writes what waits, if that takes no longer than a second.
  ~DecisionLog();
  DecisionLog(const DecisionLog&) = delete;
  DecisionLog& operator=(const DecisionLog&) = delete;

  // Puts a record that was packed by these texts. False when it is dropped. Any
  // thread; never waits for another.
  bool Put(const Record& record,
           const std::shared_ptr<const PolicyTexts>& texts) noexcept;

  // Whether all that this process has put is in the file, waiting for it for so
  // long. Any thread.
  bool Flush(std::chrono::milliseconds most);

  // In a child, before anything else of it: what its parent's threads had is
  // not its own.
  void ForgetParent() { running_.store(nullptr, std::memory_order_relaxed); }

  struct Counts {
    uint64_t records, bytes;
    uint64_t failures;  // of the file; each is tried again
  };
  Counts counts() const {
    return {records_.Get(), bytes_.Get(), failures_.Get()};
  }
  const LogOptions& options() const { return options_; }

 private:
  class Running;

  Running* Start() noexcept;

  const LogOptions options_;
  std::atomic<Running*> running_ = nullptr;  // of this process
  Counter records_, bytes_, failures_;       // added to by its thread
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_DECISION_LOG_H_
