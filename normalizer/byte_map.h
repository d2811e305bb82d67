// What each byte of a text may be part of, told in one pass.

#ifndef SARING_NORMALIZER_BYTE_MAP_H_
#define SARING_NORMALIZER_BYTE_MAP_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saring {

// The classes of 64 bytes, byte i at bit i.
struct ByteClasses {
  uint64_t unit = 0;     // letters, digits, signs, and whatever is not ASCII
  uint64_t letter = 0;   // of ASCII, as are all below
  uint64_t capital = 0;  // of these
  uint64_t sign = 0;     // what separates words, but may stand for a letter
  uint64_t ditto = 0;
  uint64_t foreign = 0;  // not ASCII
  // Signs, what is not ASCII, and where the case of letters is mixed within a
  // unit, but for a capital at its beginning; around digits maybe more.
  uint64_t odd = 0;
};

// A text with its classes. Reused by one caller at a time.
struct ByteMap {
  static constexpr size_t kPadding = 64;

  std::vector<ByteClasses> blocks;  // the first block_count
  size_t block_count = 0;
  std::string
      lower;        // the text with small letters of ASCII, and kPadding zeros
  ByteClasses any;  // of all blocks: signs, dittos, and what is foreign or odd

  // Replaces everything.
  void Draw(std::string_view text);

  // The bits [begin, begin + size) of one class. REQUIRES: 0 < size <= 64
  uint64_t Bits(uint64_t ByteClasses::*of, size_t begin, size_t size) const {
    const size_t block = begin / 64;
    const size_t shift = begin % 64;
    uint64_t bits = blocks[block].*of >> shift;
    if (shift + size > 64) bits |= blocks[block + 1].*of << (64 - shift);
    return size == 64 ? bits : bits & ((uint64_t{1} << size) - 1);
  }
};

// Classifies `size` bytes, up to 64, but for `odd`, and writes them in small
// letters; what is behind them in `lower`, up to a multiple of 16, is lost.
void ClassifyBlock(const char* bytes, size_t size, ByteClasses* classes,
                   char* lower);

// The same, byte by byte: for processors without SSE2, and to test against.
void ClassifyBytes(const char* bytes, size_t size, ByteClasses* classes,
                   char* lower);

}  // namespace saring

#endif  // SARING_NORMALIZER_BYTE_MAP_H_
