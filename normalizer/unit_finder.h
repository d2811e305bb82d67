// Finds the units of a text, and under which key each is remembered.

#ifndef SARING_NORMALIZER_UNIT_FINDER_H_
#define SARING_NORMALIZER_UNIT_FINDER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "normalizer/byte_map.h"
#include "normalizer/unit_cache.h"
#include "normalizer/word_hash.h"

namespace saring {

// A longest run of letters, digits, signs that may stand for letters
// (@ $ ! | + ( *) and whatever is not ASCII; all else separates units.
struct Unit {
  uint32_t begin, end;  // bytes of the text
  uint64_t key;         // of the cache
};

// Longer ones are rare, and a text that has one is read whole.
inline constexpr size_t kLongestUnit = 64;

// What keys of the cache are made with, for one lexicon.
struct KeySeed {
  uint64_t secret;
  uint64_t seed;
  PaddedSeed padded;

  explicit KeySeed(uint64_t of)
      : secret(of), seed(HashWord({}, of)), padded(seed) {}
};

// Finds all units of `text`, whose map this is, and makes the cache ready for
// their keys, so that the processor fetches what is remembered of the others
// before the first is looked up. They are the first of *units; returns how
// many. Nothing if the text must be read whole.
std::optional<size_t> FindUnits(std::string_view text, const ByteMap& map,
                                const KeySeed& seed, UnitCache::View cache,
                                std::vector<Unit>* units);

// Whether a unit's case tells more than where a word begins: not in what is
// small, or capital, but for the first letter.
bool CaseMatters(const ByteMap& map, const Unit& unit);

// Whether a parenthesis is closed within the longest reading, as the reading of
// signs has it: a part of its unit's key.
enum class Closing : uint8_t {
  kOpen,
  kClosed,
  kUnknown,  // what is not ASCII may be longer or shorter once it is folded
};
Closing ClosingOf(std::string_view text, size_t open);

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_FINDER_H_
