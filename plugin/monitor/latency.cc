#include "plugin/monitor/latency.h"

#include <algorithm>

namespace saring {

size_t LatencyBucketOf(uint64_t nanoseconds) {
  const auto at = std::lower_bound(kLatencyBounds.begin(), kLatencyBounds.end(),
                                   nanoseconds);
  return static_cast<size_t>(at - kLatencyBounds.begin());
}

Latency& Latency::operator+=(const Latency& other) {
  for (size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
  nanoseconds += other.nanoseconds;
  return *this;
}

Latency LatencyCounter::Get() const {
  Latency latency;
  for (size_t i = 0; i < counts_.size(); ++i) {
    latency.counts[i] = counts_[i].Get();
  }
  latency.nanoseconds = nanoseconds_.Get();
  return latency;
}

}  // namespace saring
