// A set of very many words.

#include "plugin/engine/hashed_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

namespace saring {
namespace {

TEST_CASE("A set has what was added, and nothing else", "[hashed_words]") {
  const HashedWords none;
  CHECK_FALSE(none.Contains(""));
  CHECK_FALSE(none.Contains("baju"));
  HashedWords::Builder builder;
  CHECK(builder.Add("baju"));
  CHECK_FALSE(builder.Add("baju"));
  const HashedWords words(std::move(builder));
  CHECK(words.Contains("baju"));
  CHECK_FALSE(words.Contains("baj"));
}

TEST_CASE("A set grows and forgets nothing", "[hashed_words]") {
  HashedWords::Builder builder;
  constexpr int kMany = 200'000;
  int known = 0;
  for (int i = 0; i < kMany; ++i) known += builder.Add(std::to_string(i));
  CHECK(known == kMany);
  const HashedWords words(std::move(builder));
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
