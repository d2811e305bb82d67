// The one hash of words.

#ifndef SARING_NORMALIZER_WORD_HASH_H_
#define SARING_NORMALIZER_WORD_HASH_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace saring {

// Of the tables of a policy. Compiled policies keep hashes: whoever changes
// this or HashWord() raises the version of their format.
inline constexpr uint64_t kTableSeed = 0x9e3779b97f4a7c15u;

namespace word_hash_internal {

__extension__ typedef unsigned __int128 Product;

// All bits of the product of two words, folded into one.
inline uint64_t Mix(uint64_t a, uint64_t b) {
  const Product product = static_cast<Product>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

template <typename Int>
uint64_t Load(const char* at) {
  static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
  Int value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

inline constexpr uint64_t kFirst = 0xa0761d6478bd642fu;
inline constexpr uint64_t kSecond = 0xe7037ed1a0b428dbu;

struct Bytes {
  uint64_t low, high;
};

// By size: the first so many bytes of sixteen.
inline constexpr std::array<Bytes, 17> kFirstBytes = [] {
  std::array<Bytes, 17> masks{};
  for (size_t size = 1; size <= 16; ++size) {
    const uint64_t last = ~uint64_t{0} >> (64 - 8 * ((size - 1) % 8 + 1));
    masks[size] = size <= 8 ? Bytes{last, 0} : Bytes{~uint64_t{0}, last};
  }
  return masks;
}();

}  // namespace word_hash_internal

// 64 bits, each as good as another, so that a table may take the upper ones for
// the slot and the lower ones to tell words apart. Up to 16 bytes, nearly all
// words, it is two loads and two multiplications. Whoever fears chosen words
// brings a secret seed. Never reads beyond the word.
inline uint64_t HashWord(std::string_view word, uint64_t seed = kTableSeed) {
  using word_hash_internal::kFirst;
  using word_hash_internal::kSecond;
  using word_hash_internal::Load;
  using word_hash_internal::Mix;
  const char* at = word.data();
  const size_t size = word.size();
  uint64_t a = 0, b = 0;
  if (size >= 8) {
    for (size_t left = size; left > 16; left -= 16, at += 16) {
      seed = Mix(Load<uint64_t>(at) ^ kFirst, Load<uint64_t>(at + 8) ^ seed);
    }
    const char* const end = word.data() + size;
    a = Load<uint64_t>(size > 16 ? end - 16 : at);
    b = Load<uint64_t>(end - 8);
  } else if (size >= 4) {
    a = Load<uint32_t>(at);
    b = Load<uint32_t>(at + size - 4);
  } else if (size > 0) {
    a = static_cast<uint8_t>(at[0]) |
        static_cast<uint64_t>(static_cast<uint8_t>(at[size / 2])) << 8 |
        static_cast<uint64_t>(static_cast<uint8_t>(at[size - 1])) << 16;
  }
  return Mix(kSecond ^ size, Mix(a ^ kFirst, b ^ seed));
}

// What HashPaddedWord() begins with. Made of a secret.
struct PaddedSeed {
  uint64_t low, high;

  explicit PaddedSeed(uint64_t secret)
      : low(word_hash_internal::Mix(secret, word_hash_internal::kFirst)),
        high(word_hash_internal::Mix(secret, word_hash_internal::kSecond)) {}
};

// As good, and another, for a word without NULs after which 16 bytes more may
// be read, whatever they are: without branches up to 16 bytes, as the sizes of
// words come in no order.
inline uint64_t HashPaddedWord(const char* word, size_t size, PaddedSeed seed) {
  using word_hash_internal::Load;
  using word_hash_internal::Mix;
  for (; size > 16; size -= 16, word += 16) [[unlikely]] {
      seed.low = Mix(Load<uint64_t>(word) ^ seed.low,
                     Load<uint64_t>(word + 8) ^ seed.high);
    }
  const word_hash_internal::Bytes& mask = word_hash_internal::kFirstBytes[size];
  return Mix((Load<uint64_t>(word) & mask.low) ^ seed.low,
             (Load<uint64_t>(word + 8) & mask.high) ^ seed.high);
}

}  // namespace saring

#endif  // SARING_NORMALIZER_WORD_HASH_H_
