// A clock for what may take only so long.

#ifndef SARING_TESTS_SLOW_CLOCK_H_
#define SARING_TESTS_SLOW_CLOCK_H_

#include <chrono>
#include <cstdint>

#include "plugin/engine/deadline.h"

namespace saring {

// Each look at it takes a millisecond.
inline Deadline::Time SlowClock() {
  static int64_t looks = 0;
  return Deadline::Time(std::chrono::milliseconds(++looks));
}

}  // namespace saring

#endif  // SARING_TESTS_SLOW_CLOCK_H_
