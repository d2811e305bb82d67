// What any program must at least do to the letters of a title: bounds that a
// verdict can be held against, not ways to reach one.

#ifndef SARING_BENCH_SPEED_FLOORS_H_
#define SARING_BENCH_SPEED_FLOORS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace saring::speed {

// Lower-cases ASCII, 16 bytes at a time, and marks what each byte is, a bit a
// byte. Texts must have 16 readable bytes behind them. One thread at a time.
class FloorFolder {
 public:
  // Whether `text` is all ASCII; if not, what was made of it means nothing.
  bool LowerOnly(std::string_view text);

  // Floor 1: lower-case, and masks of letters, of digits, and of bytes that
  // repeat the one before.
  bool LowerAndMark(std::string_view text);

  // Floor 2: floor 1, then the words, each hashed to 64 bits; their sum.
  uint64_t HashWords(std::string_view text);

  // Of the last text.
  std::string_view lower() const { return {lower_.data(), size_}; }

 private:
  void Reserve(size_t size);
  uint64_t HashWord(size_t begin, size_t size) const;

  std::vector<char> lower_;
  std::vector<uint64_t> letters_, digits_, repeats_;
  size_t size_ = 0;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_FLOORS_H_
