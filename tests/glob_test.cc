#include "plugin/engine/glob.h"

#include <catch2/catch.hpp>

namespace saring {
namespace {

struct Case {
  const char* why;
  const char* pattern;
  const char* text;
  bool matches;
};

const Case kCases[] = {
    {"itself", "tas", "tas", true},
    {"a beginning", "fashion*", "fashion pria jaket", true},
    {"star stands for nothing too", "fashion*", "fashion", true},
    {"an end", "*tas", "fashion wanita tas", true},
    {"in the middle", "fashion*tas", "fashion wanita tas", true},
    {"two stars, the first must not take too much", "*tas*baru",
     "tas tas lama baru", true},
    {"only stars", "**", "apa saja", true},
    {"empty matches empty", "", "", true},
    {"star matches empty", "*", "", true},

    {"more than the pattern", "tas", "tas baru", false},
    {"less than the pattern", "tas baru", "tas", false},
    {"another beginning", "fashion*", "hobi fashion", false},
    {"another end", "*tas", "tas baru", false},
    {"parts in the wrong order", "*baru*tas*", "tas baru", false},
    {"parts must not overlap", "*asa*asa*", "asasa", false},
    {"nothing for an empty pattern", "", "tas", false},
};

TEST_CASE("MatchesGlob", "[glob]") {
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      CAPTURE(c.pattern, c.text);
      CHECK(MatchesGlob(c.pattern, c.text) == c.matches);
    }
  }
}

TEST_CASE("A hostile glob ends", "[glob]") {
  // Remembering every star would take 20,000^20 steps.
  std::string pattern;
  for (int i = 0; i < 20; ++i) pattern += "*a";
  CHECK_FALSE(MatchesGlob(pattern + "b", std::string(20000, 'a')));
}

}  // namespace
}  // namespace saring
