#include "normalizer/byte_map.h"

#include <algorithm>
#include <cstring>

#include "normalizer/digit_reading.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace saring {
namespace {

constexpr size_t kBlock = 64;
constexpr size_t kStep = 16;

// Those of LettersOfSign(), and the mask.
constexpr std::string_view kSigns = "@$!|+(*";

}  // namespace

void ClassifyBytes(const char* bytes, size_t size, ByteClasses* classes,
                   char* lower) {
  *classes = {};
  for (size_t i = 0; i < size; ++i) {
    const char c = bytes[i];
    const uint64_t bit = uint64_t{1} << i;
    const bool capital = 'A' <= c && c <= 'Z';
    const bool letter = capital || ('a' <= c && c <= 'z');
    const bool sign = kSigns.find(c) != kSigns.npos;
    const bool foreign = (c & 0x80) != 0;
    if (letter) classes->letter |= bit;
    if (capital) classes->capital |= bit;
    if (sign) classes->sign |= bit;
    if (c == '"') classes->ditto |= bit;
    if (foreign) classes->foreign |= bit;
    if (letter || sign || foreign || ('0' <= c && c <= '9')) {
      classes->unit |= bit;
    }
    lower[i] = capital ? static_cast<char>(c + ('a' - 'A')) : c;
  }
}

#ifdef __SSE2__
namespace {

// 0xff for each byte in ['first', 'first' + size).
__m128i InRange(__m128i bytes, char first, int size) {
  // Moves the range to the lowest signed numbers.
  const __m128i moved =
      _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + size)));
}

// Not zero where a byte may be a sign or a ditto mark, or is not ASCII. Most
// texts have few such.
__m128i MayBeRare(__m128i bytes) {
  const __m128i may =
      _mm_or_si128(InRange(bytes, '!', '+' - '!' + 1),
                   _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('@')),
                                _mm_cmpeq_epi8(bytes, _mm_set1_epi8('|'))));
  return _mm_or_si128(may, bytes);
}

__m128i IsSign(__m128i bytes) {
  __m128i any = _mm_setzero_si128();
  for (const char sign : kSigns) {
    any = _mm_or_si128(any, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(sign)));
  }
  return any;
}

uint64_t Mask(__m128i bytes) {
  return static_cast<uint32_t>(_mm_movemask_epi8(bytes));
}

// Of the bytes at `i` in the block.
void AddRare(__m128i bytes, size_t i, ByteClasses* classes) {
  const uint64_t sign = Mask(IsSign(bytes)) << i;
  const uint64_t foreign = Mask(bytes) << i;
  classes->sign |= sign;
  classes->foreign |= foreign;
  classes->ditto |= Mask(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'))) << i;
  classes->unit |= sign | foreign;
}

template <typename Int>
uint64_t Load(const char* at) {
  Int value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// Less than 16 bytes with zeros behind them; not by way of memory, as reading
// at once what was written in parts takes long.
__m128i LoadRest(const char* bytes, size_t size) {
  uint64_t low = 0, high = 0;
  if (size >= 8) {
    low = Load<uint64_t>(bytes);
    const size_t beyond = 16 - size;
    if (size > 8) high = Load<uint64_t>(bytes + size - 8) >> (8 * beyond);
  } else if (size >= 4) {
    low = Load<uint32_t>(bytes) | Load<uint32_t>(bytes + size - 4)
                                      << (8 * (size - 4));
  } else {
    for (size_t i = 0; i < size; ++i) low |= Load<uint8_t>(bytes + i) << 8 * i;
  }
  return _mm_set_epi64x(static_cast<int64_t>(high), static_cast<int64_t>(low));
}

// Of the 16 bytes at `i` in the block, but for what is rare.
void Classify(__m128i sixteen, size_t i, ByteClasses* classes, char* lower) {
  const __m128i capital = InRange(sixteen, 'A', 26);
  const __m128i small =
      _mm_add_epi8(sixteen, _mm_and_si128(capital, _mm_set1_epi8('a' - 'A')));
  const __m128i letter = InRange(small, 'a', 26);
  const __m128i word = _mm_or_si128(letter, InRange(sixteen, '0', 10));
  classes->letter |= Mask(letter) << i;
  classes->capital |= Mask(capital) << i;
  classes->unit |= Mask(word) << i;
  _mm_storeu_si128(reinterpret_cast<__m128i*>(lower + i), small);
}

__m128i LoadSixteen(const char* bytes) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

// Of 16 bytes or more. Always in four steps, which may overlap: what is told
// twice is told alike, and sizes come in no order that could be foretold.
void ClassifyLong(const char* bytes, size_t size, ByteClasses* classes,
                  char* lower) {
  const auto at = [&](size_t step) {
    return std::min(step * kStep, size - kStep);
  };
  __m128i rare = _mm_setzero_si128();
  for (size_t step = 0; step < kBlock / kStep; ++step) {
    const __m128i sixteen = LoadSixteen(bytes + at(step));
    Classify(sixteen, at(step), classes, lower);
    rare = _mm_or_si128(rare, MayBeRare(sixteen));
  }
  if (_mm_movemask_epi8(rare) == 0) return;
  for (size_t step = 0; step < kBlock / kStep; ++step) {
    AddRare(LoadSixteen(bytes + at(step)), at(step), classes);
  }
}

}  // namespace

void ClassifyBlock(const char* bytes, size_t size, ByteClasses* classes,
                   char* lower) {
  ByteClasses block;  // not where `lower` may be, for all that is known
  if (size >= kStep) {
    ClassifyLong(bytes, size, &block, lower);
  } else {
    const __m128i rest = LoadRest(bytes, size);
    Classify(rest, 0, &block, lower);
    if (_mm_movemask_epi8(MayBeRare(rest)) != 0) AddRare(rest, 0, &block);
  }
  *classes = block;
}
#else
void ClassifyBlock(const char* bytes, size_t size, ByteClasses* classes,
                   char* lower) {
  ClassifyBytes(bytes, size, classes, lower);
}
#endif

namespace {

// Bytes of `block` by which the case of some unit's letters is mixed, but for a
// capital at its beginning. Where digits stand beside capitals there may be too
// many. `before` is the block before it, or one of nothing.
uint64_t MixedCase(const ByteClasses& before, const ByteClasses& block) {
  const auto small = [](const ByteClasses& of) {
    return of.letter & ~of.capital;
  };
  const auto digit = [](const ByteClasses& of) {
    return of.unit & ~(of.letter | of.sign | of.foreign);
  };
  // The last bits of the block before come first.
  const auto behind = [](uint64_t bits, uint64_t bits_before, int places) {
    return bits << places | bits_before >> (64 - places);
  };
  const uint64_t behind_small = behind(small(block), small(before), 1);
  const uint64_t behind_digit = behind(digit(block), digit(before), 1);
  const uint64_t behind_capital = behind(block.capital, before.capital, 1);
  const uint64_t behind_two = behind(block.unit, before.unit, 2);
  return (block.capital & (behind_small | behind_digit)) |
         (behind_capital & (digit(block) | (small(block) & behind_two)));
}

}  // namespace

void ByteMap::Draw(std::string_view text) {
  block_count = text.size() / kBlock + 1;
  if (blocks.size() < block_count) {
    blocks.resize(block_count);
    lower.resize(block_count * kBlock + kPadding);
  }
  any = {};
  static constexpr ByteClasses kNothing;
  for (size_t i = 0; i < block_count; ++i) {
    const size_t begin = i * kBlock;
    ByteClasses& block = blocks[i];
    const size_t size = std::min(kBlock, text.size() - begin);
    ClassifyBlock(text.data() + begin, size, &block, &lower[begin]);
    if (size < kBlock) std::memset(&lower[text.size()], 0, kPadding);
    const ByteClasses& before = i == 0 ? kNothing : blocks[i - 1];
    block.odd = block.sign | block.foreign;
    if ((block.capital | before.capital >> 63) != 0) {
      block.odd |= MixedCase(before, block);
    }
    any.sign |= block.sign;
    any.ditto |= block.ditto;
    any.foreign |= block.foreign;
    any.odd |= block.odd;
  }
}

}  // namespace saring
