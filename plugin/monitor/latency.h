// How long checks took, as a histogram.

#ifndef SARING_PLUGIN_MONITOR_LATENCY_H_
#define SARING_PLUGIN_MONITOR_LATENCY_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "plugin/monitor/counter.h"

namespace saring {

// The longest time that each bucket but the last holds, in nanoseconds: from
// what a short query takes to what a whole page of hostile text takes.
inline constexpr std::array<uint64_t, 16> kLatencyBounds = {
    250,       500,       1'000,      2'000,      4'000,   8'000,
    16'000,    32'000,    64'000,     125'000,    250'000, 500'000,
    1'000'000, 4'000'000, 16'000'000, 100'000'000};
inline constexpr size_t kLatencyBuckets = kLatencyBounds.size() + 1;

size_t LatencyBucketOf(uint64_t nanoseconds);

// Summed over scratches.
struct Latency {
  std::array<uint64_t, kLatencyBuckets> counts = {};  // not cumulative
  uint64_t nanoseconds = 0;                           // of all together

  Latency& operator+=(const Latency& other);
};

// Of one scratch: one writer at a time, any number of readers.
class LatencyCounter {
 public:
  void Add(uint64_t nanoseconds) {
    counts_[LatencyBucketOf(nanoseconds)].Add();
    nanoseconds_.Add(nanoseconds);
  }

  Latency Get() const;

 private:
  std::array<Counter, kLatencyBuckets> counts_;
  Counter nanoseconds_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_LATENCY_H_
