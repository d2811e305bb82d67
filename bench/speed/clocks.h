// The clocks that everything is measured with, in nanoseconds.

#ifndef SARING_BENCH_SPEED_CLOCKS_H_
#define SARING_BENCH_SPEED_CLOCKS_H_

#include <time.h>

namespace saring::speed {

inline double ReadClock(clockid_t clock) {
  timespec now = {};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e9 +
         static_cast<double>(now.tv_nsec);
}

// What this thread has run for: other programs then cost cold caches only, not
// whole time slices. Reading it is a system call, so it is for long stretches.
inline double ThreadNs() { return ReadClock(CLOCK_THREAD_CPUTIME_ID); }

// Cheap to read: for single calls, and for what several threads do together.
inline double WallNs() { return ReadClock(CLOCK_MONOTONIC); }

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_CLOCKS_H_
