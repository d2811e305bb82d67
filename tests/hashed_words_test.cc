// A set of very many words.

#include "plugin/engine/hashed_words.h"

#include <catch2/catch.hpp>
#include <string>

namespace saring {
namespace {

TEST_CASE("A set has what was added, and nothing else", "[hashed_words]") {
  HashedWords words;
  CHECK(words.empty());
  CHECK_FALSE(words.Contains(""));
  CHECK_FALSE(words.Contains("baju"));
  CHECK(words.Add("baju"));
  CHECK_FALSE(words.Add("baju"));
  CHECK_FALSE(words.empty());
  CHECK(words.Contains("baju"));
  CHECK_FALSE(words.Contains("baj"));
}

TEST_CASE("A set grows and forgets nothing", "[hashed_words]") {
  HashedWords words;
  constexpr int kMany = 200'000;
  int known = 0;
  for (int i = 0; i < kMany; ++i) known += words.Add(std::to_string(i));
  CHECK(known == kMany);
  int found = 0, mistaken = 0;
  for (int i = 0; i < kMany; ++i) {
    found += words.Contains(std::to_string(i));
    mistaken += words.Contains(std::to_string(i) + "x");
  }
  CHECK(found == kMany);
  CHECK(mistaken == 0);
}

}  // namespace
}  // namespace saring
