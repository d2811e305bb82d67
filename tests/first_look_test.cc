// What is told of a text from little is never less than what is found in it.

#include "plugin/engine/first_look.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/next_groups.h"
#include "plugin/engine/check.h"
#include "tests/compiled.h"

namespace saring {
namespace {

// Such a term is not followed on a path.
TEST_CASE("a term that begins with a list is told by a word in it") {
  const auto compiled = CompileText(R"(saring: 1
policy: p
revision: "1"
lists:
  origin: {terms: [impor, eks jepang]}
  bale: {terms: ["{origin} ball", "{origin} per koli"]}
  word: {terms: [ball, koli]}
rules:
  - {id: bales, needs: [bale], action: hide, hits: [impor ball], misses: [ball, impor]}
  - {id: words, needs: [word], action: review, hits: [ball], misses: [bola, impor]}
)");
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  struct {
    const char* text;
    Action action;
    const char* why;
  } const kRows[] = {
      {"baju impor ball besar", Action::kHide, "the word ends the term"},
      {"kaos eks jepang per koli", Action::kHide, "more stands between"},
      {"golden ball", Action::kReview, "the word alone"},
      {"ball impor", Action::kReview, "the wrong way round"},
      {"baju impor", Action::kShow, "no such word"},
  };
  Scratch scratch;
  for (const auto& row : kRows) {
    INFO(row.text << ": " << row.why);
    CheckQuery(*compiled.ruleset, row.text, &scratch, Rules::kAll,
               Depth::kVerdict);
    CHECK(scratch.verdict.action == row.action);
  }
}

// Where nothing that tells may begin, nothing more is looked at.
TEST_CASE("a cue needs behind it what some telling term has there") {
  const auto compiled = CompileText(R"(saring: 1
policy: p
revision: "1"
lists:
  used: {terms: [baju bekas, "ukuran {number}", "{number} karung", loak, jaket cuci gudang]}
  excuse: {terms: [anak]}
rules: [{id: r, needs: [used], unless: [excuse], action: hide, hits: [loak], misses: [baju anak, kaos]}]
)");
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  struct {
    const char* text;
    std::vector<uint32_t> cues;
    const char* why;
  } const kRows[] = {
      {"baju bekas", {0}, "a term"},
      {"baju anak", {}, "a word that telling terms do not go on with"},
      {"baju muslim", {}, "a word of no term"},
      {"baju baju bekas", {1}, "the second goes on, the first does not"},
      {"bekas baju", {}, "the wrong way round, and nothing behind the last"},
      {"loak baju", {0}, "a term by itself"},
      {"baju (bekas)", {0}, "brackets around what goes on"},
      {"baju (biru)", {}, "and around what does not"},
      {"(baju) bekas", {0}, "around the first"},
      {"(baju) biru", {}, "and nothing behind it"},
      {"baju / bekas", {0}, "signs between"},
      {"baju / biru", {}, "signs between, and nothing behind them"},
      {"baju + bekas", {0}, "a sign that may be a letter, but stands alone"},
      {"baju +", {}, "signs alone"},
      {"ukuran 5 baju bekas", {0, 2}, "two, in order"},
      {"baju\u2013bekas", {0}, "both in one unit"},
      {"baju\u2013biru", {}, "one alone, with another in its unit"},
      {"biru\u2013baju bekas",
       {0},
       "the last of a unit, with what stands behind"},
      {"biru\u2013baju biru", {}, "with nothing behind"},
      {"baju\u2013biru bekas", {}, "not the last: something stands between"},
      {"baju biru\u2013bekas",
       {},
       "something stands between in the unit behind"},
      {"baju b3kas", {0}, "a disguised word goes on"},
      {"b4ju bekas", {0}, "a disguised word begins"},
      {"b4ju biru", {}, "a disguised word, and nothing behind it"},
      {"ukuran 5", {0}, "any number"},
      {"ukuran besar", {}, "no number"},
      {"baju 5", {}, "a number that does not go on"},
      {"5 karung", {0}, "a number begins"},
      {"5 kg", {}, "another word behind it"},
      {"5 6 karung", {1}, "the number right before it"},
      {"jaket cuci kering", {0}, "two words of three: seen later"},
      {"jaket gudang", {}, "the first and the third"},
  };
  NormalizerScratch scratch;
  const Ruleset& ruleset = *compiled.ruleset;
  for (const auto& row : kRows) {
    INFO(row.text << ": " << row.why);
    ruleset.normalizer.Resolve(row.text, ruleset.vocabulary, &scratch);
    const auto& cues = scratch.units.cues;
    CHECK(std::vector<uint32_t>(cues.begin(), cues.end()) == row.cues);
  }
}

// By first letters: what cannot go on is not followed.
TEST_CASE("a unit goes on with letters that some word has there") {
  struct {
    const char* open;  // may go on with `next`
    const char* next;
    bool goes_on;
    const char* why;
  } const kRows[] = {
      {"be", "kas", true, "a letter that stands there"},
      {"be", "sar", false, "another"},
      {"be", "4", false, "a digit for another"},
      {"bek", "4s", true, "a digit for the letter"},
      {"bek", "1", false, "a digit for letters that do not"},
      {"gen", "6", true, "a digit for itself"},
      {"gen", "7", true, "another digit: they are one group"},
      {"gen", "a", false, "a letter where a digit stands"},
      {"be", "\xe2", true, "any other byte may be any letter"},
      {"bekas", "a", false, "nothing stands behind the whole word"},
  };
  // As of many words, whose filter is hardly ever wrong.
  std::vector<std::string_view> words(100, "bekas");
  words.push_back("gen6");
  WordIndex index;
  index.Build(words);
  for (const auto& row : kRows) {
    INFO(row.open << " " << row.next << ": " << row.why);
    const Groups next = NextGroups(index, WordIndex::HashOf(row.open));
    CHECK(((next & GroupsOf(row.next[0])) != 0) == row.goes_on);
  }
}

}  // namespace
}  // namespace saring
