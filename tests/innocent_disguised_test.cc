// Innocent texts stay innocent when every word of theirs is disguised.

#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/engine/check.h"
#include "plugin/engine/load.h"
#include "tests/disguises.h"

namespace saring {
namespace {

struct Kind {
  std::string_view name;
  Disguise disguise;
  size_t ceiling;  // texts that may be hidden
  const char* why;
};

const Kind kKinds[] = {
    {"mathematical", Mathematical, 0, "the very same words"},
    {"fullwidth", Fullwidth, 0, "the very same words"},
    {"small capitals", SmallCaps, 0, "the very same words"},
    {"enclosed", Enclosed, 0, "the very same words"},
    {"Cyrillic", Cyrillic, 0, "the very same words"},
    {"zero width", ZeroWidth, 0, "the very same words"},
    {"soft hyphen", SoftHyphen, 0, "the very same words"},
    {"marks", Marks, 0, "the very same words"},
    {"stretched", Stretched, 0, "an ordinary word is still itself"},
    {"doubled", Doubled, 11,
     "a doubled letter in a short word is read as no other"},
    {"digits", Digits, 2, "a word of figures only is a number"},
    {"signs", Signs, 0, "read as plain text is"},
    {"masked", Masked, 4, "a star cuts a word of four letters off"},
    {"spaced", Spaced, 4, "words run into each other"},
    {"punctuated", Punctuated, 2, "words run into each other"},
    {"cut in two", CutInTwo, 8, "a piece is a word of its own: te bal"},
    {"figure 2", FigureTwo, 0, "a phrase that excuses is cut by the figures"},
    {"clitic", Clitic, 2, "what is drawn out as well is read as no denial"},
    {"old spelling", OldSpelling, 1, "read as plain text is"},
    {"neighbour key", NeighbourKey, 6, "another word of most short ones"},
    {"swapped", Swapped, 0, "another word of most short ones"},
    {"omitted", Omitted, 50, "another word of most short ones"},
    {"digits, stretched", Both<Digits, Stretched>, 3,
     "a word of figures only is a number"},
    {"digits, spaced", Both<Digits, Spaced>, 10, "words run into each other"},
};

bool IsHidden(const Ruleset& ruleset, const std::string& title) {
  static Scratch scratch;
  CheckListing(ruleset, {.title = title}, &scratch);
  return scratch.verdict.action == Action::kHide;
}

// The texts that tests/data/verdicts.tsv allows, and the policy as well: what
// it makes of plain text is not asked here.
std::vector<std::string> Innocent(const Ruleset& ruleset) {
  std::ifstream in(SARING_SOURCE_DIR "/tests/data/verdicts.tsv");
  REQUIRE(in);
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (line.compare(tab, 7, "\tallow\t") != 0) continue;
    line.resize(tab);
    if (!IsHidden(ruleset, line)) texts.push_back(line);
  }
  return texts;
}

// Each word of at least four letters of ASCII, in small letters, disguised; the
// rest as it is.
std::string EveryWord(const std::string& text, Disguise disguise,
                      Random* random) {
  constexpr size_t kShortest = 4;
  std::string disguised, word;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\0';
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (small >= 'a' && small <= 'z') {
      word.push_back(small);
      continue;
    }
    const std::string other =
        word.size() < kShortest ? "" : disguise(word, random);
    disguised += other.empty() ? word : other;
    word.clear();
    if (i < text.size()) disguised.push_back(c);
  }
  return disguised;
}

TEST_CASE("Innocent texts stay so in every disguise", "[disguises]") {
  std::string faults;
  const auto ruleset = LoadRuleset(
      SARING_SOURCE_DIR "/config/policies/used-imports.yaml", &faults);
  INFO(faults);
  REQUIRE(ruleset != nullptr);
  const std::vector<std::string> texts = Innocent(*ruleset);
  CHECK(texts.size() > 400);
  constexpr unsigned kSeed = 20261123;
  for (const Kind& kind : kKinds) {
    Random random(kSeed);
    size_t hidden = 0;
    std::string which;
    for (const std::string& text : texts) {
      const std::string disguised = EveryWord(text, kind.disguise, &random);
      if (!IsHidden(*ruleset, disguised)) continue;
      ++hidden;
      which += text + " -> " + disguised + '\n';
    }
    CAPTURE(kind.name, kind.why, kSeed, which);
    CHECK(hidden <= kind.ceiling);
  }
}

}  // namespace
}  // namespace saring
