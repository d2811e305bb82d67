#include "normalizer/word_hash.h"

#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

namespace saring {
namespace {

std::string RandomWord(std::mt19937* rng, size_t size) {
  std::string word;
  for (size_t i = 0; i < size; ++i) {
    word += static_cast<char>('a' + (*rng)() % 26);
  }
  return word;
}

TEST_CASE("HashWord looks at every byte of a word", "[word_hash]") {
  std::mt19937 rng(7);
  for (size_t size = 1; size <= 80; ++size) {
    const std::string word = RandomWord(&rng, size);
    std::unordered_set<uint64_t> hashes{HashWord(word)};
    for (size_t i = 0; i < size; ++i) {
      std::string other = word;
      other[i] ^= 1;
      CAPTURE(word, other);
      CHECK(hashes.insert(HashWord(other)).second);
    }
  }
}

TEST_CASE("HashWord tells sizes, seeds and zeros apart", "[word_hash]") {
  std::unordered_set<uint64_t> hashes;
  for (size_t size = 0; size <= 80; ++size) {
    CAPTURE(size);
    CHECK(hashes.insert(HashWord(std::string(size, '\0'))).second);
  }
  CHECK(HashWord("bekas", 1) != HashWord("bekas", 2));
}

TEST_CASE("HashWord depends on nothing beside the word", "[word_hash]") {
  std::mt19937 rng(11);
  for (size_t size = 0; size <= 40; ++size) {
    const std::string word = RandomWord(&rng, size);
    for (size_t shift = 0; shift < 9; ++shift) {
      const std::string text = RandomWord(&rng, shift) + word + "~";
      CHECK(HashWord(std::string_view(text).substr(shift, size)) ==
            HashWord(word));
    }
  }
}

// Half of the slots of a table are taken; a good hash needs 1.5 probes to find
// a word in it, by the upper bits as well as by the lower ones.
TEST_CASE("HashWord spreads words over a table", "[word_hash]") {
  const int shift = GENERATE(0, 20, 48);
  CAPTURE(shift);
  constexpr size_t kSlots = 1 << 16;
  std::vector<bool> taken(kSlots);
  size_t probes = 0;
  for (size_t i = 0; i < kSlots / 2; ++i) {
    size_t slot = (HashWord("kata" + std::to_string(i)) >> shift) % kSlots;
    for (++probes; taken[slot]; slot = (slot + 1) % kSlots) ++probes;
    taken[slot] = true;
  }
  CHECK(probes < kSlots / 2 * 1.55);
}

}  // namespace
}  // namespace saring
