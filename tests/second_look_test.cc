// What excuses a disguised text is read as boldly as what convicts it.

#include "plugin/engine/second_look.h"

#include <catch2/catch.hpp>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <string_view>

#include "plugin/engine/check.h"
#include "plugin/engine/finder.h"
#include "tests/compiled.h"

namespace saring {
namespace {

constexpr std::string_view kPolicy = R"(
saring: 1
policy: test
revision: "1"
ordinary: {dictionaries: [tiny]}
lists:
  fashion: {noun: true, terms: [sepatu, celana, kemeja, selimut]}
  goods: {noun: true, terms: [rak, krim, lemari, mesin]}
  used:
    terms: [bekas, second, seken]
    except: ["bekas {mark}", "{denial} {used}"]
  mark: {terms: [luka, lika, jerawat, gigi]}
  denial: {terms: [anti, bukan]}
  local: {terms: [lokal]}
rules:
  - id: used
    needs: [fashion, used]
    unless_first: [goods]
    softened_by: [local]
    action: hide
    hits: [sepatu bekas]
    misses: [rak sepatu bekas, celana baru]
)";

// Without a dictionary slips in such short words are not read.
Compiled CompilePolicy() {
  const TempDir folder;
  folder.Write("tiny.aff", "SET UTF-8\n");
  folder.Write("tiny.dic", "1\nmurah\n");
  return CompileText(kPolicy, kTestDay, folder.path());
}

struct Row {
  const char* why;
  std::string text;
  Action action;
};

const Row kRows[] = {
    {"plain", "sepatu bekas", Action::kHide},
    {"the evidence disguised", "sepatu bkeas", Action::kHide},
    {"nothing like an excuse", "sepatu bkeas murmer", Action::kHide},
    {"plain evidence needs a plain excuse", "sepatu bekas luja", Action::kHide},
    {"an excuse by another disguise", "sepatu b3kas lka", Action::kHide},
    {"other evidence disguised, the excused plain", "spatu bekas luja",
     Action::kHide},
    {"a slip in both", "sepatu bkeas luja", Action::kShow},
    {"a letter left out of a short excuse", "sepatu bkeas lka", Action::kShow},
    {"two words that it may excuse", "sepatu bkeas lkka", Action::kShow},
    {"figures in both", "sepatu b3ka5 g19i", Action::kShow},
    {"in front", "sepatu atni bkeas", Action::kShow},
    {"a short head, both by slips", "krin sepatu bkeas", Action::kShow},
    {"a head of another disguise", "r4k sepatu bkeas", Action::kHide},
    {"a head behind", "sepatu bkeas krin", Action::kHide},
    {"a masked head and evidence", "l*mari sepatu bek*s", Action::kShow},
    {"an origin that softens", "sepatu bkeas lokak", Action::kDemote},
    {"a new head of fashion", "mesib celana bkeas", Action::kShow},
    {"an innocent text", "sepatu baru", Action::kShow},
    {"an innocent head", "rak sepatu bekas", Action::kShow},
};

TEST_CASE("An excuse is read as boldly as the evidence", "[second-look]") {
  const Compiled compiled = CompilePolicy();
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  Scratch scratch;
  for (const Row& row : kRows) {
    CAPTURE(row.why, row.text);
    CheckQuery(*compiled.ruleset, row.text, &scratch);
    CHECK(scratch.verdict.action == row.action);
    CheckListing(*compiled.ruleset, {.title = row.text}, &scratch);
    CHECK(scratch.verdict.action == row.action);
  }
}

// The words, each with at most one letter changed.
std::string RandomText(std::mt19937* random) {
  constexpr std::string_view kWords[] = {
      "sepatu", "celana", "bekas", "second", "rak",   "krim", "luka",
      "gigi",   "bukan",  "anti",  "lokal",  "hitam", "murah"};
  std::string text;
  for (size_t i = 0; i < 5; ++i) {
    std::string word(kWords[(*random)() % std::size(kWords)]);
    const size_t at = 1 + (*random)() % (word.size() - 1);
    switch ((*random)() % 4) {
      case 0:
        std::swap(word[at], word[at - 1]);
        break;
      case 1:
        word.erase(at, 1);
        break;
      case 2:
        word[at] = "3140*"[(*random)() % 5];
        break;
    }
    text += (i > 0 ? " " : "") + word;
  }
  return text;
}

TEST_CASE("A second look never makes a verdict more severe", "[second-look]") {
  const Compiled compiled = CompilePolicy();
  REQUIRE(compiled.ruleset);
  const Ruleset& ruleset = *compiled.ruleset;
  constexpr unsigned kSeed = 20261123;
  std::mt19937 random(kSeed);
  std::vector<uint32_t> all_rules(ruleset.rules.size());
  std::iota(all_rules.begin(), all_rules.end(), 0);
  Scratch scratch, first;
  first.wanted.assign(ruleset.lists.size(), 1);
  size_t spared = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = RandomText(&random);
    first.evidence.Clear();
    first.verdict.Clear();
    MatchText(ruleset, ruleset.vocabulary, EvidenceField::kTitle, text, &first);
    GatherHits(ruleset, EvidenceField::kTitle, &first);
    SortEvidence(&first.evidence);
    JudgeBy(ruleset, all_rules, Asked::kQuery, first.evidence, &first.proximity,
            &first.verdict);
    CheckQuery(ruleset, text, &scratch);
    CAPTURE(kSeed, text);
    REQUIRE(scratch.verdict.action <= first.verdict.action);
    if (DisguisesOf(ruleset, first.evidence, first.verdict) == 0) {
      REQUIRE(scratch.verdict.action == first.verdict.action);
    }
    spared += scratch.verdict.action < first.verdict.action;
  }
  CHECK(spared > 20);
}

}  // namespace
}  // namespace saring
