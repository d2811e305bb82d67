// Chances that cost next to nothing.

#ifndef SARING_PLUGIN_MONITOR_DICE_H_
#define SARING_PLUGIN_MONITOR_DICE_H_

#include <cstdint>

namespace saring {

// A linear congruential generator: good enough to pick a sample that follows no
// pattern of the host's, and for nothing else.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) { Throw(); }

  // 32 bits.
  uint64_t Throw() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return state_ >> 32;
  }

  // True so many times in a million.
  bool Happens(uint32_t in_a_million) {
    return Throw() * 1'000'000 >> 32 < in_a_million;
  }

 private:
  uint64_t state_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_DICE_H_
