// When a call has to be done.

#ifndef SARING_PLUGIN_ENGINE_DEADLINE_H_
#define SARING_PLUGIN_ENGINE_DEADLINE_H_

#include <chrono>
#include <cstdint>

namespace saring {

// Asks a clock, and only where a call is limited at all.
class Deadline {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Clock = Time (*)();

  // The machine's own clock unless a test brings another.
  explicit Deadline(Clock clock = std::chrono::steady_clock::now)
      : clock_(clock) {}

  // From now on a call may take so long; 0: as long as it takes.
  void Start(uint32_t microseconds) {
    limited_ = microseconds != 0;
    if (limited_) end_ = clock_() + std::chrono::microseconds(microseconds);
  }

  bool HasPassed() const { return limited_ && clock_() >= end_; }

 private:
  Clock clock_;
  bool limited_ = false;
  Time end_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_DEADLINE_H_
