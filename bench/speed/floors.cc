#include "bench/speed/floors.h"

#include <emmintrin.h>

#include <bit>
#include <cstring>

namespace saring::speed {
namespace {

__m128i Load(const char* at) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}

// 16 bytes at `at`, those from `left` on zero.
__m128i LoadPart(const char* at, size_t left) {
  alignas(16) static constexpr unsigned char kMask[32] = {
      255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255};
  const __m128i bytes = Load(at);
  if (left >= 16) return bytes;
  return _mm_and_si128(
      bytes,
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(kMask + 16 - left)));
}

__m128i Between(__m128i bytes, char low, char high) {
  return _mm_and_si128(
      _mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(low - 1))),
      _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(high + 1))));
}

__m128i Lower(__m128i bytes) {
  const __m128i capitals = Between(bytes, 'A', 'Z');
  return _mm_or_si128(bytes, _mm_and_si128(capitals, _mm_set1_epi8(0x20)));
}

uint64_t Bits(__m128i mask) {
  return static_cast<uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(mask)));
}

}  // namespace

void FloorFolder::Reserve(size_t size) {
  size_ = size;
  if (lower_.size() < size + 32) lower_.resize(size + 32);
  const size_t words = size / 64 + 2;
  if (letters_.size() >= words) return;
  for (auto* masks : {&letters_, &digits_, &repeats_}) masks->resize(words);
}

bool FloorFolder::LowerOnly(std::string_view text) {
  Reserve(text.size());
  char* out = lower_.data();
  __m128i all = _mm_setzero_si128();
  for (size_t i = 0; i < text.size(); i += 16) {
    const __m128i bytes = LoadPart(text.data() + i, text.size() - i);
    all = _mm_or_si128(all, bytes);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), Lower(bytes));
  }
  return Bits(all) == 0;
}

bool FloorFolder::LowerAndMark(std::string_view text) {
  Reserve(text.size());
  char* out = lower_.data();
  __m128i all = _mm_setzero_si128();
  __m128i before = _mm_setzero_si128();
  const size_t words = text.size() / 64 + 1;
  for (size_t w = 0; w < words; ++w) {
    uint64_t letters = 0, digits = 0, repeats = 0;
    for (size_t i = w * 64, bit = 0; bit < 64 && i < text.size();
         i += 16, bit += 16) {
      const __m128i bytes = LoadPart(text.data() + i, text.size() - i);
      all = _mm_or_si128(all, bytes);
      const __m128i lower = Lower(bytes);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), lower);
      letters |= Bits(Between(lower, 'a', 'z')) << bit;
      digits |= Bits(Between(lower, '0', '9')) << bit;
      const __m128i shifted =
          _mm_or_si128(_mm_slli_si128(lower, 1), _mm_srli_si128(before, 15));
      repeats |= Bits(_mm_cmpeq_epi8(lower, shifted)) << bit;
      before = lower;
    }
    letters_[w] = letters;
    digits_[w] = digits;
    repeats_[w] = repeats;
  }
  letters_[words] = digits_[words] = 0;
  return Bits(all) == 0;
}

uint64_t FloorFolder::HashWord(size_t begin, size_t size) const {
  uint64_t hash = size;
  const char* at = lower_.data() + begin;
  for (size_t left = size; left > 0;) {
    uint64_t part = 0;
    std::memcpy(&part, at, 8);  // the buffer has room behind its text
    if (left < 8) part &= ~uint64_t{0} >> (64 - 8 * left);
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    at += 8;
    left -= left < 8 ? left : 8;
  }
  return hash;
}

uint64_t FloorFolder::HashWords(std::string_view text) {
  LowerAndMark(text);
  uint64_t sum = 0;
  size_t begin = 0;
  bool inside = false;
  // A word begins and ends where a bit differs from the one before it.
  const size_t words = text.size() / 64 + 1;
  uint64_t carry = 0;
  for (size_t w = 0; w < words; ++w) {
    const uint64_t mask = letters_[w] | digits_[w];
    uint64_t edges = mask ^ ((mask << 1) | carry);
    carry = mask >> 63;
    for (; edges != 0; edges &= edges - 1) {
      const size_t at = w * 64 + static_cast<size_t>(std::countr_zero(edges));
      if (inside) sum += HashWord(begin, at - begin);
      begin = at;
      inside = !inside;
    }
  }
  if (inside) sum += HashWord(begin, text.size() - begin);
  return sum;
}

}  // namespace saring::speed
