// The classes of bytes, by the fast way and the plain one.

#include "normalizer/byte_map.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace saring {
namespace {

// Any bytes.
TEST_CASE("bytes are classified alike with and without SSE2") {
  std::mt19937 rng(7);
  for (int i = 0; i < 2000; ++i) {
    char bytes[64], lower[64], lower_plain[64];
    for (char& c : bytes) c = static_cast<char>(rng());
    ByteClasses fast, plain;
    const size_t size = static_cast<size_t>(i % 65);
    ClassifyBlock(bytes, size, &fast, lower);
    ClassifyBytes(bytes, size, &plain, lower_plain);
    REQUIRE(fast.unit == plain.unit);
    REQUIRE(fast.letter == plain.letter);
    REQUIRE(fast.capital == plain.capital);
    REQUIRE(fast.sign == plain.sign);
    REQUIRE(fast.ditto == plain.ditto);
    REQUIRE(fast.foreign == plain.foreign);
    REQUIRE(std::string(lower, size) == std::string(lower_plain, size));
  }
}

}  // namespace
}  // namespace saring
