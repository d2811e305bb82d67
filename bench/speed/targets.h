// What the figures are held against.

#ifndef SARING_BENCH_SPEED_TARGETS_H_
#define SARING_BENCH_SPEED_TARGETS_H_

#include <vector>

namespace saring::speed {

struct Target {
  const char* figure;
  const char* what;
  double bound;
  bool at_least = false;  // else at most
};

// In the order in which they are shown.
const std::vector<Target>& Targets();

inline bool Meets(const Target& target, double value) {
  return target.at_least ? value >= target.bound : value <= target.bound;
}

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_TARGETS_H_
