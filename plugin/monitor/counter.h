// A count that is read while it is written.

#ifndef SARING_PLUGIN_MONITOR_COUNTER_H_
#define SARING_PLUGIN_MONITOR_COUNTER_H_

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace saring {

// One thread at a time adds to it, any number read it. Adding costs what it
// costs a plain number, as there is no second writer to agree with.
class Counter {
 public:
  void Add(uint64_t more = 1) {
    value_.store(value_.load(std::memory_order_relaxed) + more,
                 std::memory_order_relaxed);
  }

  uint64_t Get() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<uint64_t> value_ = 0;
};

// What two writers must keep apart, so that neither waits for the other's
// processor.
inline constexpr size_t kCacheLine = 64;

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_COUNTER_H_
