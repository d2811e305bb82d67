// What is remembered of categories and conditions, and when it is forgotten.

#include "plugin/engine/attribute_cache.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace saring {
namespace {

struct Row {
  const char* why;
  std::vector<std::pair<std::string, uint64_t>> asked;  // text and serial
  size_t found;  // how often hits had to be found
};

const Row kRows[] = {
    {"one category of many listings", {{"Jaket", 1}, {"Jaket", 1}}, 1},
    {"two categories", {{"Jaket", 1}, {"Tas", 1}, {"Jaket", 1}}, 2},
    {"nothing is a text as well", {{"", 1}, {"", 1}}, 1},
    {"a new policy", {{"Jaket", 1}, {"Jaket", 2}}, 2},
    {"and back to the old one", {{"Tas", 1}, {"Tas", 2}, {"Tas", 1}}, 3},
    {"a policy that is not finished", {{"Jaket", 0}, {"Jaket", 0}}, 2},
    {"the longest that is kept",
     {{std::string(AttributeCache::kLongestText, 'a'), 1},
      {std::string(AttributeCache::kLongestText, 'a'), 1}},
     1},
    {"longer ones",
     {{std::string(AttributeCache::kLongestText + 1, 'a'), 1},
      {std::string(AttributeCache::kLongestText + 1, 'a'), 1}},
     2},
};

TEST_CASE("An attribute is looked at once", "[attributes]") {
  for (const Row& row : kRows) {
    CAPTURE(row.why);
    AttributeCache cache;
    size_t found = 0;
    for (const auto& [text, serial] : row.asked) {
      const auto hit = AttributeHit{static_cast<ListId>(text.size()),
                                    static_cast<PatternId>(serial)};
      const std::vector<AttributeHit>& hits = cache.HitsOf(text, serial, [&] {
        ++found;
        return std::vector<AttributeHit>{hit};
      });
      REQUIRE(hits.size() == 1);
      CHECK(hits[0].list == hit.list);
      CHECK(hits[0].term == hit.term);
    }
    CHECK(found == row.found);
  }
}

TEST_CASE("So many attributes are remembered", "[attributes]") {
  AttributeCache cache;
  size_t found = 0;
  const auto ask = [&](size_t text) {
    cache.HitsOf(std::to_string(text), 1, [&] {
      ++found;
      return std::vector<AttributeHit>();
    });
  };
  for (size_t i = 0; i < AttributeCache::kMostEntries; ++i) ask(i);
  ask(AttributeCache::kMostEntries);  // all others are forgotten
  CHECK(found == AttributeCache::kMostEntries + 1);
  ask(0);
  ask(AttributeCache::kMostEntries);
  CHECK(found == AttributeCache::kMostEntries + 2);
}

}  // namespace
}  // namespace saring
