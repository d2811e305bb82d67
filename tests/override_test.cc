// Reviewers' words on single listings: the file, the verdict and the image.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "plugin/engine/check.h"
#include "plugin/engine/policy_image.h"
#include "tests/compiled.h"
#include "tests/loaded.h"

namespace saring {
namespace {

constexpr std::string_view kPolicy = R"(saring: 1
policy: test
overrides: reviewed.tsv
lists:
  fashion: {noun: true, terms: [baju, kaos]}
  used: {terms: [bekas, second]}
  thrift: {terms: [thrift]}
rules:
  - id: used
    needs: [fashion, used]
    action: hide
    hits: [baju bekas]
    misses: [baju, bekas]
  - id: thrift
    needs: [thrift]
    action: demote
    hits: [thrift]
    misses: [drift, gift]
  - id: tried
    needs: [fashion]
    mode: shadow
    action: review
    hits: [baju]
    misses: [drift, gift]
  - id: asked
    needs: [fashion]
    applies_to: [query]
    action: review
    hits: [baju]
    misses: [drift, gift]
budget: {text: 40, beyond: {listing: closed}}
)";

constexpr char kHeader[] = "id\taction\treason\tuntil\trule\n";

Compiled CompileWith(const std::string& rows, Date today = kTestDay) {
  const TempDir dir;
  dir.Write("reviewed.tsv", rows);
  FaultList faults;
  Compiled compiled;
  if (const auto policy = LoadPolicy(dir.Write("p.yaml", kPolicy), &faults)) {
    compiled.ruleset = Compile(*policy, today, &faults);
  }
  compiled.faults = faults.ToString();
  const std::string folder = dir.path() + "/";
  for (size_t at; (at = compiled.faults.find(folder)) != std::string::npos;) {
    compiled.faults.erase(at, folder.size());
  }
  return compiled;
}

struct Case {
  const char* why;
  const char* row;
  std::string_view id, title;
  Action action;
  std::string_view rule;    // that decided
  std::string_view reason;  // of a reviewer
};

const Case kCases[] = {
    {"shown", "A1\tshow\tfoto asli\t\t", "A1", "baju bekas", Action::kShow, "",
     "foto asli"},
    {"hidden, though no rule fires", "A1\thide\tsisa bal", "A1", "baju baru",
     Action::kHide, "", "sisa bal"},
    {"hidden, though no word of it is known", "A1\thide\tx", "A1", "",
     Action::kHide, "", "x"},
    {"demoted instead of hidden", "A1\tdemote\tx", "A1", "baju bekas",
     Action::kDemote, "", "x"},
    {"reviewed", "A1\treview\tx", "A1", "thrift", Action::kReview, "", "x"},
    {"on its last day", "A1\tshow\tx\t2026-11-23", "A1", "baju bekas",
     Action::kShow, "", "x"},
    {"one rule, and another fires", "A1\tshow\tx\t\tused", "A1",
     "thrift baju bekas", Action::kDemote, "thrift", "x"},
    {"one rule, less severe", "A1\treview\tx\t\tused", "A1", "baju bekas",
     Action::kReview, "used", "x"},
    {"one rule that did not fire", "A1\thide\tx\t\tthrift", "A1", "baju",
     Action::kHide, "thrift", "x"},
    {"all rules before one", "A1\tshow\tall\nA1\thide\tone\t\tused", "A1",
     "baju bekas", Action::kShow, "", "all"},
    {"too long to be looked at, but a person did", "A1\tshow\tx", "A1",
     "baju anak merah muda ukuran besar warna pilihan", Action::kShow, "", "x"},
    {"spaces and a carriage return around values", " A1 \t show \t x y \t\r",
     "A1", "baju bekas", Action::kShow, "", "x y"},
    {"an id in another alphabet", "\u0441-1\tshow\tx", "\u0441-1", "baju bekas",
     Action::kShow, "", "x"},

    {"another listing", "A1\tshow\tx", "A2", "baju bekas", Action::kHide,
     "used", ""},
    {"no id", "A1\tshow\tx", "", "baju bekas", Action::kHide, "used", ""},
    {"an id in other letters", "A1\tshow\tx", "a1", "baju bekas", Action::kHide,
     "used", ""},
    {"after its last day", "A1\tshow\tx\t2026-11-22", "A1", "baju bekas",
     Action::kHide, "used", ""},
    {"a rule that is in shadow decides nothing", "A1\thide\tx\t\ttried", "A1",
     "baju", Action::kShow, "", ""},
    {"one rule, and the text is too long", "A1\tshow\tx\t\tused", "A1",
     "baju anak merah muda ukuran besar warna pilihan", Action::kHide, "", "x"},
};

TEST_CASE("A reviewer's word stands above the rules", "[override]") {
  Scratch scratch;
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    const Compiled compiled = CompileWith(kHeader + std::string(c.row));
    INFO(compiled.faults);
    REQUIRE(compiled.ruleset != nullptr);
    CHECK(compiled.faults.find("reviewed.tsv") == std::string::npos);
    const auto copy = std::make_shared<std::string>(ImageOf(*compiled.ruleset));
    std::string problem;
    const auto restored = RestoreImage(*copy, copy, &problem);
    REQUIRE(restored != nullptr);
    restored->SetDay(kTestDay);
    CHECK(restored->fingerprint == compiled.ruleset->fingerprint);
    const std::shared_ptr<const Ruleset> both[] = {compiled.ruleset, restored};
    for (const auto& ruleset : both) {
      for (const Depth depth : {Depth::kVerdict, Depth::kEvidence}) {
        CheckListing(*ruleset, {.title = c.title, .id = c.id}, &scratch,
                     Rules::kInForce, depth);
        const Verdict& verdict = scratch.verdict;
        CHECK(verdict.action == c.action);
        CHECK(verdict.overridden == !c.reason.empty());
        CHECK(verdict.override_reason == c.reason);
        const bool decided = !verdict.fired.empty();
        CHECK((decided ? ruleset->rules[verdict.fired[0].rule].id : "") ==
              c.rule);
      }
    }
    CheckListing(*compiled.ruleset, {.title = c.title, .id = c.id}, &scratch,
                 Rules::kShadow);
    CHECK(scratch.verdict.action == Action::kShow);
  }
}

TEST_CASE("What a reviewer overrides can be read in shadow", "[override]") {
  const auto ruleset =
      CompileWith(kHeader + std::string("A1\tshow\tx")).ruleset;
  REQUIRE(ruleset != nullptr);
  Scratch scratch;
  CheckListing(*ruleset, {.title = "baju bekas", .id = "A1"}, &scratch);
  CHECK(scratch.verdict.fired.empty());
  REQUIRE(scratch.shadow.verdict.fired.size() == 2);
  CHECK(scratch.shadow.verdict.fired[0].action == Action::kHide);
  CHECK(scratch.shadow.verdict.fired[0].pieces_size == 2);
}

struct FileCase {
  const char* why;
  std::string file;
  bool refused;
  std::string_view told;  // "" when nothing is
  size_t kept;            // rows
};

const FileCase kFiles[] = {
    {"a header alone", kHeader, false, "", 0},
    {"columns in another order, two left out",
     "reason\tid\taction\nx\tA1\tshow\n", false, "", 1},
    {"a byte order mark, blank lines, carriage returns",
     "\xEF\xBB\xBFid\taction\treason\r\n\r\nA1\tshow\tx\r\n\t\n", false, "", 1},
    {"no line feed at the end", "id\taction\treason\nA1\thide\tx", false, "",
     1},
    {"one listing, two rules",
     kHeader + std::string("A1\thide\tx\t\tused\nA1\tshow\tx\t\tthrift\n"),
     false, "", 2},
    {"an expired row is kept for the image",
     kHeader + std::string("A1\thide\tx\t2020-01-01\n"), false, "", 1},

    {"a listing given twice: the last counts",
     kHeader + std::string("A1\thide\tx\nA2\thide\tx\nA1\tshow\ty\n"), false,
     "reviewed.tsv:4:1: warning: listing 'A1' stands on line 2 too; this row "
     "counts",
     2},
    {"no id", kHeader + std::string("\thide\tx\nA2\thide\tx\n"), false,
     "reviewed.tsv:2:1: warning: this row is passed over: it names no listing",
     1},
    {"an unknown action", kHeader + std::string("A1\thides\tx\n"), false,
     "reviewed.tsv:2:4: warning: this row is passed over: expected show, "
     "review, demote or hide, found 'hides'; did you mean 'hide'?",
     0},
    {"no reason", kHeader + std::string("A1\thide\t\n"), false,
     "reviewed.tsv:2:9: warning: this row is passed over: it gives no reason",
     0},
    {"a day that does not exist",
     kHeader + std::string("A1\thide\tx\t2026-02-30\n"), false,
     "reviewed.tsv:2:11: warning: this row is passed over: expected a day such "
     "as 2026-11-23 or nothing, found '2026-02-30'",
     0},
    {"an unknown rule", kHeader + std::string("A1\thide\tx\t\tusde\n"), false,
     "reviewed.tsv:2:12: warning: this row is passed over: there is no rule "
     "'usde'; did you mean 'used'?",
     0},
    {"a rule for queries", kHeader + std::string("A1\thide\tx\t\tasked\n"),
     false,
     "reviewed.tsv:2:12: warning: this row is passed over: rule 'asked' does "
     "not apply to listings",
     0},
    {"more values than columns", "id\taction\treason\nA1\thide\tx\ty\n", false,
     "reviewed.tsv:2:11: warning: this row is passed over: more values than "
     "the 3 columns that the first line names",
     0},
    {"bytes that are no text", kHeader + std::string("A1\thide\t\xff\n"), false,
     "reviewed.tsv:2:9: warning: this row is passed over: byte 0xFF is not "
     "UTF-8; save the file as UTF-8",
     0},

    {"empty", "", true, "reviewed.tsv:0:0: a file of overrides begins with", 0},
    {"no header", "A1\thide\tx\n", true,
     "reviewed.tsv:1:1: unknown column 'A1'", 0},
    {"a column that lacks", "id\taction\n", true,
     "reviewed.tsv:1:1: there is no column 'reason'", 0},
    {"a column given twice", "id\taction\tid\n", true,
     "reviewed.tsv:1:11: column 'id' is given twice", 0},
};

TEST_CASE("A bad row is told and passed over, a bad file refused",
          "[override]") {
  for (const FileCase& c : kFiles) {
    CAPTURE(c.why);
    const Compiled compiled = CompileWith(c.file);
    CAPTURE(compiled.faults);
    CHECK((compiled.ruleset == nullptr) == c.refused);
    CHECK(compiled.faults.find(c.told) != std::string::npos);
    if (c.told.empty()) {
      CHECK(compiled.faults.find("reviewed.tsv") == std::string::npos);
    }
    if (!c.refused) CHECK(compiled.ruleset->overrides.size() == c.kept);
  }
}

TEST_CASE("A missing file of overrides is a fault", "[override]") {
  const Loaded loaded = LoadText(kPolicy);
  REQUIRE(loaded.messages.size() == 1);
  CHECK(loaded.messages[0].find("p.yaml:3:12: 'reviewed.tsv' cannot be read") ==
        0);
}

TEST_CASE("The fingerprint tells which words still hold", "[override]") {
  const std::string rows = kHeader + std::string("A1\tshow\tx\t2026-11-23\n");
  constexpr Date kDayAfter = std::chrono::year(2026) / 11 / 24;
  constexpr Date kDayBefore = std::chrono::year(2026) / 11 / 22;
  const std::string today = CompileWith(rows).ruleset->fingerprint;
  CHECK(CompileWith(rows, kDayBefore).ruleset->fingerprint == today);
  CHECK(CompileWith(rows, kDayAfter).ruleset->fingerprint != today);
  CHECK(CompileWith(rows + "A2\tshow\tx\n").ruleset->fingerprint != today);
}

TEST_CASE("A hundred thousand words are found", "[override]") {
  std::string rows = kHeader;
  for (int i = 0; i < 100'000; ++i) {
    rows += "SR-" + std::to_string(i) + "\tdemote\tdilihat\n";
  }
  const auto ruleset = CompileWith(rows).ruleset;
  REQUIRE(ruleset != nullptr);
  Scratch scratch;
  size_t found = 0;
  for (int i = 0; i < 100'100; ++i) {
    const std::string id = "SR-" + std::to_string(i);
    CheckListing(*ruleset, {.title = "topi", .id = id}, &scratch,
                 Rules::kInForce, Depth::kVerdict);
    found += scratch.verdict.overridden;
  }
  CHECK(found == 100'000);
}

}  // namespace
}  // namespace saring
