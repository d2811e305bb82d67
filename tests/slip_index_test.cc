// The index of slips against trying every word.

#include "normalizer/slip_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace saring {
namespace {

struct Case {
  const char* why;
  std::string_view typed, meant;
  bool slip;
};

const Case kCases[] = {
    {"the same", "bekas", "bekas", false},
    {"swapped first letters", "ebkas", "bekas", true},
    {"swapped last letters", "beksa", "bekas", true},
    {"swapped, but not neighbours", "sekab", "bekas", false},
    {"left out", "bkas", "bekas", true},
    {"left out at the end", "beka", "bekas", true},
    {"left out at the beginning", "ekas", "bekas", false},
    {"twice", "bekkas", "bekas", true},
    {"twice at the beginning", "bbekas", "bekas", true},
    {"another letter too many", "berkas", "bekas", false},
    {"a letter too many at the end", "bekasi", "bekas", false},
    {"the key beside", "bejas", "bekas", true},
    {"the key beside, first", "nekas", "bekas", false},
    {"a key far away", "bepas", "bekas", false},
    {"two slips", "bejaa", "bekas", false},
    {"nothing", "", "", false},
};

TEST_CASE("Letters are swapped behind the first", "[slip]") {
  CHECK(AreSwapped("bjau", "baju"));
  CHECK(AreSwapped("bauj", "baju"));
  CHECK_FALSE(AreSwapped("abju", "baju"));
  CHECK_FALSE(AreSwapped("baju", "baju"));
  CHECK_FALSE(AreSwapped("buaj", "baju"));
  CHECK_FALSE(AreSwapped("baj", "baju"));
}

TEST_CASE("What one slip is", "[slip]") {
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    CHECK(IsOneSlip(c.typed, c.meant) == c.slip);
  }
}

std::string RandomWord(std::mt19937* rng) {
  // Few letters, of which some are neighbours, so that many words are close.
  std::string word(4 + (*rng)() % 5, 'a');
  for (char& c : word) c = "asqwe"[(*rng)() % 5];
  return word;
}

TEST_CASE("The index finds what trying every word finds", "[slip]") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 rng(seed);
    std::set<std::string> words;
    while (words.size() < 200) words.insert(RandomWord(&rng));
    SlipIndex index;
    index.Build({words.begin(), words.end()});
    for (int i = 0; i < 500; ++i) {
      const std::string typed = RandomWord(&rng);
      // Usual and bold.
      const size_t shortest_of_all = i % 2 == 0 ? SlipIndex::kShortestOfAll : 3;
      std::set<std::string_view> expected;
      for (const std::string& word : words) {
        const bool is_short =
            std::min(typed.size(), word.size()) < shortest_of_all;
        if (is_short ? AreSwapped(typed, word) : IsOneSlip(typed, word)) {
          expected.insert(word);
        }
      }
      const SlipIndex::Meant meant = index.Find(typed, shortest_of_all);
      CAPTURE(typed);
      REQUIRE(meant.too_many == (expected.size() > SlipIndex::kMostMeant));
      if (meant.too_many) continue;
      const std::set<std::string_view> found(
          meant.words.begin(),
          meant.words.begin() + static_cast<long>(meant.size));
      REQUIRE(found == expected);
    }
  }
}

TEST_CASE("An index without words finds nothing", "[slip]") {
  SlipIndex index;
  index.Build({"bau", "Kapital", "angka1"});
  CHECK(index.Find("bua", 3).size == 0);
  CHECK(index.Find("bekas").size == 0);
  CHECK(index.Find("").size == 0);
}

}  // namespace
}  // namespace saring
