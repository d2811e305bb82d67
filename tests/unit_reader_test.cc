// The fast path reads what the plain path reads, on every text that it takes,
// whatever it read before.

#include "normalizer/unit_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "config/policy_loader.h"
#include "normalizer/normalizer.h"
#include "plugin/engine/check.h"
#include "plugin/engine/compile.h"
#include "tests/compiled.h"
#include "tests/hostile_text.h"

namespace saring {
namespace {

std::string Describe(const Lattice& lattice) {
  std::string all = std::to_string(lattice.node_count);
  for (const Word& word : lattice.words) {
    all += " [" + std::to_string(word.from) + "-" + std::to_string(word.to) +
           " at " + std::to_string(word.begin) + "-" +
           std::to_string(word.end) + " " + std::string(lattice.text(word)) +
           " #" + std::to_string(word.number) + " " +
           std::string(StepName(word.step)) + "]";
  }
  return all;
}

std::shared_ptr<const Ruleset> CompileShipped() {
  FaultList faults;
  const auto policy = LoadPolicy(
      SARING_SOURCE_DIR "/config/policies/used-imports.yaml", &faults);
  return Compile(*policy, kTestDay, &faults);
}

// The texts that are there: in the project, and beside it.
std::vector<std::string> RealTexts() {
  std::vector<std::string> texts;
  for (const char* file :
       {"/tests/data/verdicts.tsv", "/../shared/data/titles.tsv",
        "/../shared/data/disguised-comments.tsv",
        "/../shared/eval/dev-queries.tsv"}) {
    std::ifstream in(std::string(SARING_SOURCE_DIR) + file);
    for (std::string line; std::getline(in, line);) {
      texts.push_back(line.substr(0, line.find('\t')));
      texts.push_back(line.substr(line.rfind('\t') + 1));
      texts.push_back(line);
    }
  }
  return texts;
}

std::vector<std::string> HostileTexts() {
  std::mt19937 rng(20261123);
  const auto below = [&](size_t limit) {
    return std::uniform_int_distribution<size_t>(0, limit - 1)(rng);
  };
  std::vector<std::string> texts;
  for (int i = 0; i < 40000; ++i) {
    std::string text;
    for (size_t n = below(14); n > 0; --n) {
      text += below(3) != 0 ? kHostilePieces[below(std::size(kHostilePieces))]
                            : std::string_view(" ");
      if (below(4) == 0) text += below(2) != 0 ? " be kas" : "baju";
    }
    texts.push_back(text);
  }
  return texts;
}

std::vector<std::string> AllTexts() {
  std::vector<std::string> texts = RealTexts();
  for (std::string& text : HostileTexts()) texts.push_back(std::move(text));
  return texts;
}

struct Tally {
  size_t texts = 0, taken = 0, different = 0;
};

Tally Compare(const Ruleset& ruleset, const std::vector<std::string>& texts,
              UnitBuffers* buffers) {
  const Forms forms = LoadForms();
  UnitBuffers& units = *buffers;
  NormalizerScratch scratch;
  Lattice fast, plain;
  Tally tally;
  for (const std::string& text : texts) {
    ++tally.texts;
    fast.Clear();
    const Lexicon& words = ruleset.vocabulary;
    const TextShape shape = ResolveUnits(forms, text, words, &units);
    if (shape == TextShape::kWhole) continue;
    BuildLattice(forms, text, words, &units, &fast);
    ++tally.taken;
    ruleset.normalizer.ReadWhole(text, &ruleset.vocabulary, &scratch, &plain);
    if (Describe(fast) == Describe(plain)) continue;
    if (++tally.different <= 5) {
      CAPTURE(text);
      CHECK(Describe(fast) == Describe(plain));
    }
  }
  return tally;
}

TEST_CASE("the fast path reads as the plain path does") {
  const auto ruleset = CompileShipped();
  REQUIRE(ruleset);
  UnitBuffers units;
  std::vector<std::string> texts = RealTexts();
  const Tally real = Compare(*ruleset, texts, &units);
  CHECK(real.different == 0);
  // Else the fast path is of no use.
  INFO(real.taken << " of " << real.texts << " real texts taken");
  CHECK(real.taken * 10 > real.texts * 7);
  const Tally hostile = Compare(*ruleset, HostileTexts(), &units);
  INFO(hostile.taken << " of " << hostile.texts << " hostile texts taken");
  CHECK(hostile.different == 0);
  CHECK(hostile.taken * 20 > hostile.texts);
  // By what it remembers of all that.
  std::reverse(texts.begin(), texts.end());
  CHECK(Compare(*ruleset, texts, &units).different == 0);
  CHECK(Compare(*ruleset, HostileTexts(), &units).different == 0);
}

// All that is known of a text before a lattice is built.
std::string Known(TextShape shape, const UnitBuffers& units) {
  if (shape == TextShape::kWhole) return "whole";
  std::string all = std::to_string(static_cast<int>(shape)) + " " +
                    std::to_string(units.word_count) + " words, starts";
  for (const uint32_t start : units.joints.starts) {
    all += " " + std::to_string(start);
  }
  for (const JoinedWord& word : units.joined) {
    all += " joined " + std::to_string(word.begin) + "-" +
           std::to_string(word.end) + " #" + std::to_string(word.number);
  }
  for (const uint32_t cue : units.cues) all += " cue " + std::to_string(cue);
  return all;
}

TEST_CASE("what is remembered of rows is what walking over them finds") {
  const auto ruleset = CompileShipped();
  REQUIRE(ruleset);
  const Forms forms = LoadForms();
  UnitBuffers remembers, walks;
  const std::vector<std::string> texts = AllTexts();
  size_t different = 0, joined = 0;
  for (size_t i = 0; i < texts.size(); i += 3) {
    const std::string& text = texts[i];
    const auto resolve = [&](UnitBuffers* units) {
      return Known(ResolveUnits(forms, text, ruleset->vocabulary, units),
                   *units);
    };
    walks.stretches = Stretches();
    const std::string found = resolve(&walks);
    joined += found.find("joined") != found.npos;
    for (int again = 0; again < 2; ++again) {
      const std::string known = resolve(&remembers);
      if (known == found || ++different > 5) continue;
      CAPTURE(text);
      CHECK(known == found);
    }
  }
  CHECK(different == 0);
  CHECK(joined > 100);
}

// A text, and whether it must be read whole.
struct WholeRow {
  const char* text;
  bool whole;
  const char* why;
};

// Each text twice: as a new one, and by what is remembered.
void CheckWhole(std::span<const WholeRow> rows) {
  const auto ruleset = CompileShipped();
  REQUIRE(ruleset);
  const Forms forms = LoadForms();
  for (const WholeRow& row : rows) {
    INFO(row.text << ": " << row.why);
    UnitBuffers units;
    CHECK(Compare(*ruleset, {row.text, row.text}, &units).different == 0);
    CHECK((ResolveUnits(forms, row.text, ruleset->vocabulary, &units) ==
           TextShape::kWhole) == row.whole);
  }
}

TEST_CASE("dittos are seen wherever they stand") {
  const WholeRow kRows[] = {
      {"baju bekas\"", true, "behind a term's word"},
      {"baju anak\" murah", true, "of whatever term"},
      {"\"baju bekas\"", false, "it ends a quotation"},
      {"\"baju\" bekas\"", true, "behind one"},
      {"\"a \"b bekas\"", true, "the second ends what the first begins"},
      {"\" a bekas\" murah", false, "the first mark stands alone"},
      {"bekas+\" tas bekas\"", false, "a sign stands between"},
      {"bekas\u00a0\" tas bekas\"", true, "a space that is not ASCII"},
      {"5\" bekas\" 5\"", true, "inches"},
      {"5\" 6\" bekas", false, "inches, of nothing that could come twice"},
      {"zzz\" bekas", false, "behind what is no term's word"},
      {"", false, "nothing"},
      {"\"", false, "nothing else"},
  };
  CheckWhole(kRows);
}

TEST_CASE("punctuation that is not ASCII separates words as well") {
  struct {
    const char* text;
    TextShape shape;
    const char* why;
  } const kRows[] = {
      {"talang air 6\u201d oval", TextShape::kPath, "inches"},
      {"drum head 18\u2033", TextShape::kPath, "inches, by primes"},
      {"be kas\u201d", TextShape::kJoined, "a mark behind the second piece"},
      {"be \u2018kas", TextShape::kJoined, "before it"},
      {"be\u2013kas", TextShape::kBraid, "a dash between, within one unit"},
      {"tas lu \u00d7 baju", TextShape::kPath, "times, apart"},
      {"be \u03bbkas", TextShape::kLattice, "a letter that may be others"},
  };
  const auto ruleset = CompileShipped();
  REQUIRE(ruleset);
  const Forms forms = LoadForms();
  for (const auto& row : kRows) {
    INFO(row.text << ": " << row.why);
    UnitBuffers units;
    CHECK(Compare(*ruleset, {row.text}, &units).different == 0);
    CHECK(ResolveUnits(forms, row.text, ruleset->vocabulary, &units) ==
          row.shape);
  }
}

TEST_CASE("a parenthesis is closed where folded text says so") {
  const WholeRow kRows[] = {
      {"(elana bekas)", false, "closed: it is no letter"},
      {"(elana bekas", false, "open: it may be a c"},
      {"(elana caf\u00e9 biru) anak", false, "an accent between"},
      {"(elana \u2153 biru) anak", false, "a fraction, of three characters"},
      {"(elana \ufdfa\ufdfa\ufdfa\ufdfa) anak", true,
       "characters that fold to eighteen each: it is too far away"},
      {"(elana \uff09 anak", true, "a full-width one, which folds to one"},
      {"(elana caf\u00e9 anak", true, "what is open may be closed by any"},
      {"caf\u00e9 (elana biru) anak", false, "what stands before is nothing"},
  };
  CheckWhole(kRows);
}

// Where the text is built into a lattice for nothing, it takes ten times as
// long.
TEST_CASE("what cannot be read together is no lattice") {
  struct {
    const char* text;
    TextShape shape;
    const char* why;
  } const kRows[] = {
      {"b e k a s", TextShape::kLattice, "letters set apart"},
      {"b-e-k-a-s", TextShape::kLattice, "by other signs"},
      {"tas b 3 k 4 s", TextShape::kLattice, "with figures for letters"},
      {"8 e k a s", TextShape::kLattice, "one for the first"},
      {"b e + k a s", TextShape::kLattice, "a sign among them may be a letter"},
      {"b e k k a s", TextShape::kLattice, "drawn out"},
      {"x + y z", TextShape::kLattice, "a sign among three makes them four"},
      {"x y z", TextShape::kPath, "three alone are too few"},
      {"be kas murah", TextShape::kJoined, "cut in two, by its letters"},
      {"pipa ac 1/4 x 3/8", TextShape::kPath, "figures that no word begins as"},
      {"gen 1 2 3 4 5 6", TextShape::kPath, "six of them"},
      {"x y z w", TextShape::kPath, "letters that no word begins with"},
      {"a b", TextShape::kPath, "two letters are too few"},
      {"pipa + 1/4 x 3/8", TextShape::kPath, "a sign before them is none"},
      {"1 kg 2 kg 3 kg", TextShape::kPath, "figures that stand alone"},
  };
  const auto compiled = CompileText(R"(saring: 1
policy: p
revision: "1"
lists: {used: {terms: [bekas]}}
rules: [{id: r, needs: [used], action: hide, hits: [bekas], misses: [baru, kaos]}]
)");
  REQUIRE(compiled.ruleset);
  NormalizerScratch scratch;
  const Ruleset& ruleset = *compiled.ruleset;
  for (const auto& row : kRows) {
    INFO(row.text << ": " << row.why);
    CHECK(ruleset.normalizer.Resolve(row.text, ruleset.vocabulary, &scratch) ==
          row.shape);
  }
}

bool FireAlike(const Verdict& a, const Verdict& b) {
  return std::equal(a.fired.begin(), a.fired.end(), b.fired.begin(),
                    b.fired.end(), [](const FiredRule& x, const FiredRule& y) {
                      return x.rule == y.rule && x.action == y.action;
                    });
}

// Actions and rules by a verdict that stops as soon as it may, and by one that
// gathers all evidence there is.
TEST_CASE("a verdict is the same with all evidence and with what it takes") {
  const auto ruleset = CompileShipped();
  REQUIRE(ruleset);
  const std::vector<std::string> texts = AllTexts();
  Scratch brief, full;
  size_t different = 0, fired = 0;
  for (const std::string& text : texts) {
    CheckQuery(*ruleset, text, &brief, Rules::kAll, Depth::kVerdict);
    CheckQuery(*ruleset, text, &full, Rules::kAll, Depth::kEvidence);
    fired += !full.verdict.fired.empty();
    if (FireAlike(brief.verdict, full.verdict) || ++different > 5) continue;
    CAPTURE(text);
    CHECK(FireAlike(brief.verdict, full.verdict));
  }
  CHECK(different == 0);
  CHECK(fired * 1000 > texts.size());
}

// What a fired rule rests on: list, term, bytes and letters.
std::string PiecesOf(const Scratch& scratch) {
  std::string all;
  for (const uint32_t piece : scratch.verdict.pieces) {
    const Hit& hit = scratch.evidence.hits[piece];
    all += std::to_string(hit.list) + "/" + std::to_string(hit.term) + " " +
           std::to_string(hit.begin) + "-" + std::to_string(hit.end) + " ";
    scratch.evidence.AppendReadAs(hit, &all);
    all += ";";
  }
  return all;
}

// A list of plain terms alone is decided by what was found at the first look.
TEST_CASE("long plain lists rest on the same pieces at both depths") {
  const auto compiled = CompileText(R"(saring: 1
policy: p
revision: "1"
lists:
  plain: {terms: [baju, baju anak, anak baru, be kas, kas, tas, "tas {number}",
                  "{number} baju", baju baju baju baju, samsung galaxy, baju bekas]}
  excused: {terms: [sepatu], except: [sepatu kaca]}
  composed: {terms: ["{plain} murah", kemeja]}
rules:
  - {id: a, needs: [plain], action: demote, hits: [baju], misses: [celana, jam]}
  - {id: b, needs: [plain, excused], action: hide, hits: [tas sepatu], misses: [sepatu, jam]}
  - {id: c, needs: [composed], action: review, hits: [tas murah], misses: [murah, jam]}
)");
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  Scratch brief, full;
  size_t different = 0, with_pieces = 0;
  for (const std::string& text : AllTexts()) {
    const Listing listing = {.title = text};
    CheckListing(*compiled.ruleset, listing, &brief, Rules::kAll,
                 Depth::kVerdict);
    CheckListing(*compiled.ruleset, listing, &full, Rules::kAll,
                 Depth::kEvidence);
    with_pieces += !full.verdict.pieces.empty();
    if (FireAlike(brief.verdict, full.verdict) &&
        PiecesOf(brief) == PiecesOf(full)) {
      continue;
    }
    if (++different > 5) continue;
    CAPTURE(text);
    CHECK(PiecesOf(brief) == PiecesOf(full));
  }
  CHECK(different == 0);
  CHECK(with_pieces > 1000);
}

}  // namespace
}  // namespace saring
