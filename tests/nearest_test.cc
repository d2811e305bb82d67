#include "config/nearest.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace saring {
namespace {

struct Case {
  const char* why;
  std::string_view word;
  std::vector<std::string_view> candidates;
  std::string meant;  // empty: none
};

const Case kCases[] = {
    {"swapped letters", "actoin", {"answer", "action"}, "action"},
    {"a letter left out", "need", {"needs"}, "needs"},
    {"a letter too many", "unlesss", {"unless"}, "unless"},
    {"a hyphen", "unless-first", {"unless", "unless_first"}, "unless_first"},
    {"a capital", "Hits", {"hits"}, "hits"},
    {"the nearer of two", "term", {"erm", "terms", "tem"}, "erm"},
    {"itself", "hits", {"hit", "hits"}, "hits"},
    {"two slips", "softend_bye", {"softened_by"}, "softened_by"},
    {"three slips", "xction_s", {"action"}, ""},
    {"another word", "severity", {"action", "needs", "id"}, ""},
    {"a short word, two slips", "of", {"in", "id"}, ""},
    {"three letters, two slips", "fro", {"law"}, ""},
    {"nothing to choose from", "action", {}, ""},
    {"no word", "", {"action", "id"}, ""},
    {"no word, and one of a letter", "", {"a", "id"}, ""},
    {"a word too long to look at",
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
     {"action"},
     ""},
};

TEST_CASE("DidYouMean knows what was meant", "[nearest]") {
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      const std::string expected =
          c.meant.empty() ? "" : "; did you mean '" + c.meant + "'?";
      CHECK(DidYouMean(c.word, c.candidates) == expected);
    }
  }
}

// The whole table, as textbooks have it.
size_t DistanceNaively(const std::string& a, const std::string& b) {
  std::vector<std::vector<size_t>> d(a.size() + 1,
                                     std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                          d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST_CASE("EditDistance agrees with the whole table", "[nearest]") {
  const unsigned seed = GENERATE(range(0u, 2000u));
  std::mt19937 rng(seed);
  const auto word = [&] {
    std::string text(rng() % 9, 'a');
    for (char& c : text) c = "abc"[rng() % 3];
    return text;
  };
  const std::string a = word(), b = word();
  const size_t limit = rng() % 5;
  CAPTURE(seed, a, b, limit);
  CHECK(EditDistance(a, b, limit) ==
        std::min(DistanceNaively(a, b), limit + 1));
}

}  // namespace
}  // namespace saring
