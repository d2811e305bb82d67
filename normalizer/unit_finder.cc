#include "normalizer/unit_finder.h"

#include <bit>

#include "normalizer/fold.h"
#include "normalizer/letter_walk.h"

namespace saring {
namespace {

class UnitFinder {
 public:
  UnitFinder(std::string_view text, const ByteMap& map, const KeySeed& seed,
             UnitCache::View cache)
      : text_(text), map_(map), seed_(seed), cache_(cache) {}

  // Behind the last one; nullptr if the text must be read whole.
  Unit* FindAll(Unit* unit) const {
    // For nothing that is written here changes them.
    const char* const lower = map_.lower.data();
    const ByteClasses* const blocks = map_.blocks.data();
    const size_t block_count = map_.block_count;
    const PaddedSeed padded = seed_.padded;
    const UnitCache::View cache = cache_;
    uint64_t before = 0;  // whether the last byte of the block before is of one
    bool is_odd = false;  // the unit that it is of, so far
    for (size_t block = 0; block < block_count; ++block) {
      const auto base = static_cast<uint32_t>(block * 64);
      const uint64_t in_unit = blocks[block].unit;
      const uint64_t behind = in_unit << 1 | before;
      uint64_t begins = in_unit & ~behind;
      uint64_t odd = blocks[block].odd;
      if (before == 0) unit->begin = TakeBegin(base, &begins);
      for (uint64_t ends = ~in_unit & behind; ends != 0;) {
        const uint64_t others = ends - 1;
        const uint64_t odd_here = odd & (ends ^ others);
        const uint32_t begin = unit->begin;
        const uint32_t end =
            base + static_cast<uint32_t>(std::countr_zero(ends));
        ends &= others;
        odd ^= odd_here;
        if (end - begin > kLongestUnit) [[unlikely]]
          return nullptr;
        unit->end = end;
        if (is_odd || odd_here != 0) [[unlikely]] {
          unit->key = KeyOfOdd(*unit);
          if (unit->key == 0) return nullptr;
          is_odd = false;
        } else {
          unit->key = HashPaddedWord(lower + begin, end - begin, padded) | 1;
        }
        cache.Prefetch(unit->key);
        (++unit)->begin = TakeBegin(base, &begins);
      }
      is_odd |= odd != 0;
      before = in_unit >> 63;
    }
    return unit;
  }

 private:
  // Of a unit that may not be there; then it is never ended either.
  static uint32_t TakeBegin(uint32_t base, uint64_t* begins) {
    constexpr uint64_t kLast = uint64_t{1} << 63;
    const auto at = static_cast<uint32_t>(std::countr_zero(*begins | kLast));
    *begins &= *begins - 1;
    return base + at;
  }

  // Zero if the unit cannot be told from others by its bytes.
  uint64_t KeyOfOdd(const Unit& unit) const {
    const size_t size = unit.end - unit.begin;
    const std::string_view bytes = text_.substr(unit.begin, size);
    uint64_t seed = seed_.seed;
    if (map_.any.sign != 0 &&
        map_.Bits(&ByteClasses::sign, unit.begin, size) != 0) {
      const size_t open = bytes.find('(');
      if (open != bytes.npos) {
        if (bytes.find('(', open + 1) != bytes.npos) return 0;
        const Closing closing = ClosingOf(text_, unit.begin + open);
        if (closing == Closing::kUnknown) return 0;
        seed += closing == Closing::kClosed ? 2 : 4;
      }
    }
    if (CaseMatters(map_, unit) ||
        (map_.any.foreign != 0 &&
         map_.Bits(&ByteClasses::foreign, unit.begin, size) != 0)) {
      return HashWord(bytes, seed + 1) | 1;
    }
    return HashPaddedWord(map_.lower.data() + unit.begin, size,
                          PaddedSeed(seed)) |
           1;
  }

  const std::string_view text_;
  const ByteMap& map_;
  const KeySeed& seed_;
  UnitCache::View cache_;
};

}  // namespace

std::optional<size_t> FindUnits(std::string_view text, const ByteMap& map,
                                const KeySeed& seed, UnitCache::View cache,
                                std::vector<Unit>* units) {
  // One more than there may be.
  const size_t most = text.size() / 2 + 2;
  if (units->size() < most) units->resize(most);
  const Unit* const end =
      UnitFinder(text, map, seed, cache).FindAll(units->data());
  if (end == nullptr) return std::nullopt;
  return static_cast<size_t>(end - units->data());
}

bool CaseMatters(const ByteMap& map, const Unit& unit) {
  const size_t size = unit.end - unit.begin;
  const uint64_t capital = map.Bits(&ByteClasses::capital, unit.begin, size);
  return (capital & ~uint64_t{1}) != 0 &&
         capital != map.Bits(&ByteClasses::letter, unit.begin, size);
}

Closing ClosingOf(std::string_view text, size_t open) {
  size_t most = 0;  // characters
  bool foreign = false;
  for (size_t i = open; i < text.size() && i < open + kLongestReading; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == ')') {
      return most < kLongestReading ? Closing::kClosed : Closing::kUnknown;
    }
    most += MostFolded(byte);
    foreign |= byte >= 0x80;
  }
  return foreign ? Closing::kUnknown : Closing::kOpen;
}

}  // namespace saring
