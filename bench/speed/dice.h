#ifndef SARING_BENCH_SPEED_DICE_H_
#define SARING_BENCH_SPEED_DICE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace saring::speed {

// Numbers that look random and are the same on every machine, which those of
// the standard library's distributions need not be. (SplitMix64.)
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}

  uint64_t Roll() {
    uint64_t x = state_ += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
  }

  // Below `count`, which is not 0.
  size_t Below(size_t count) { return static_cast<size_t>(Roll() % count); }

  // True `percent` times in a hundred.
  bool Percent(size_t percent) { return Below(100) < percent; }

  template <typename T>
  const T& Pick(const std::vector<T>& values) {
    return values[Below(values.size())];
  }

  template <typename T>
  void Shuffle(std::vector<T>* values) {
    for (size_t i = values->size(); i > 1; --i) {
      std::swap((*values)[i - 1], (*values)[Below(i)]);
    }
  }

 private:
  uint64_t state_;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_DICE_H_
