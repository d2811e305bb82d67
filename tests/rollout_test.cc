// Rules in shadow, on a sample, off, and overridden by reviewers.

#include "plugin/engine/rollout.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "plugin/engine/check.h"
#include "plugin/engine/policy_image.h"
#include "tests/compiled.h"

namespace saring {
namespace {

// `more` is put into the rule of thrift, `top` at the end of the policy.
std::string PolicyWith(const std::string& more, const std::string& top = "") {
  return R"(saring: 1
policy: test
revision: "1"
lists:
  fashion: {noun: true, terms: [baju, kaos]}
  used: {terms: [bekas, second], except: [bekas luka]}
  thrift: {terms: [thrift]}
rules:
  - id: used
    needs: [fashion, used]
    action: hide
    answer: {without: [used]}
    hits: [baju bekas]
    misses: [baju, bekas]
  - id: thrift
    needs: [thrift]
    action: demote
    answer: empty
    hits: [thrift]
    misses: [drift, gift]
    )" + more +
         "\n" + top + "\n";
}

// The ids of rules, a space between two.
std::string Names(const Ruleset& ruleset, const Verdict& verdict) {
  std::string names;
  for (const FiredRule& fired : verdict.fired) {
    names += (names.empty() ? "" : " ") + ruleset.rules[fired.rule].id;
  }
  return names;
}

struct ModeCase {
  const char* why;
  const char* more;
  std::string_view text;
  Action action;
  Answer::Kind answer;  // of the text as a query
  std::string_view fired, shadow;
};

constexpr auto kClean = Answer::Kind::kClean;
constexpr auto kWithout = Answer::Kind::kWithout;
constexpr auto kEmpty = Answer::Kind::kEmpty;

const ModeCase kModes[] = {
    {"no mode is enforce", "", "thrift", Action::kDemote, kEmpty, "thrift", ""},
    {"enforce", "mode: enforce", "thrift", Action::kDemote, kEmpty, "thrift",
     ""},
    {"a whole sample", "sample: 100%", "thrift", Action::kDemote, kEmpty,
     "thrift", ""},
    {"in shadow, beside a rule that is not", "mode: shadow",
     "thrift baju bekas", Action::kHide, kWithout, "used", "thrift"},
    {"what is read through a disguise, in shadow", "mode: shadow",
     "thr1ft b4ju b3kas", Action::kHide, kWithout, "used", "thrift"},
    {"off, beside a rule that is not", "mode: off", "thrift baju bekas",
     Action::kHide, kWithout, "used", ""},
    {"another rule is in shadow", "mode: shadow", "baju bekas", Action::kHide,
     kWithout, "used", ""},

    {"in shadow alone", "mode: shadow", "thrift", Action::kShow, kClean, "",
     "thrift"},
    {"in shadow, with letters of another alphabet", "mode: shadow",
     "thr\u0456ft", Action::kShow, kClean, "", "thrift"},
    {"off alone", "mode: off", "thrift", Action::kShow, kClean, "", ""},
    {"off in quotes", "mode: \"off\"", "thrift", Action::kShow, kClean, "", ""},
    {"not yet in force, in shadow", "mode: shadow\n    from: 2030-01-01",
     "thrift", Action::kShow, kClean, "", ""},
    {"in shadow, and nothing to find", "mode: shadow", "baju baru",
     Action::kShow, kClean, "", ""},
    {"in shadow, and excused", "mode: shadow", "baju bekas luka", Action::kShow,
     kClean, "", ""},
    {"in shadow, and empty", "mode: shadow", "", Action::kShow, kClean, "", ""},
};

TEST_CASE("A rule in shadow changes nothing and is told", "[rollout]") {
  Scratch scratch;
  for (const ModeCase& c : kModes) {
    CAPTURE(c.why);
    const Compiled compiled = CompileText(PolicyWith(c.more));
    INFO(compiled.faults);
    REQUIRE(compiled.ruleset != nullptr);
    for (const Depth depth : {Depth::kVerdict, Depth::kEvidence}) {
      CheckQuery(*compiled.ruleset, c.text, &scratch, Rules::kInForce, depth);
      CHECK(scratch.verdict.answer == c.answer);
      CHECK(Names(*compiled.ruleset, scratch.verdict) == c.fired);
      CheckListing(*compiled.ruleset, {.title = c.text}, &scratch,
                   Rules::kInForce, depth);
      CHECK(scratch.verdict.action == c.action);
      CHECK(Names(*compiled.ruleset, scratch.verdict) == c.fired);
      CHECK(Names(*compiled.ruleset, scratch.shadow.verdict) == c.shadow);
    }
  }
}

TEST_CASE("With all rules in shadow nothing is enforced", "[rollout]") {
  const auto ruleset =
      CompileText(PolicyWith("",
                             "budget: {text: 30, beyond: {listing: closed,"
                             " query: closed}}"))
          .ruleset;
  REQUIRE(ruleset != nullptr);
  Scratch scratch;
  const std::string text = "thrift baju bekas" + std::string(40, 'x');
  CheckListing(*ruleset, {.title = text.substr(0, 17)}, &scratch,
               Rules::kShadow, Depth::kVerdict);
  CHECK(scratch.verdict.action == Action::kShow);
  CHECK(Names(*ruleset, scratch.shadow.verdict) == "used thrift");
  CheckQuery(*ruleset, text, &scratch, Rules::kShadow, Depth::kVerdict);
  CHECK(scratch.verdict.action == Action::kShow);
  CHECK(scratch.verdict.answer == kClean);
}

TEST_CASE("A policy's own tests run as if it were enforced", "[rollout]") {
  for (const char* mode : {"mode: off", "mode: shadow", "sample: 0.01%"}) {
    CAPTURE(mode);
    CHECK(CompileText(PolicyWith(mode)).ruleset != nullptr);
    std::string wrong = PolicyWith(mode);
    wrong.replace(wrong.find("hits: [thrift]"), 14, "hits: [shift]");
    CHECK(CompileText(wrong).faults.find("does not fire rule 'thrift'") !=
          std::string::npos);
  }
}

// Published, so that other programs can tell who is in a sample.
TEST_CASE("Samples never change sides", "[rollout]") {
  struct Case {
    const char* why;
    const char* rule;
    const char* key;
    Share least;  // the smallest share that has it
  };
  const Case kCases[] = {
      {"an id", "thrift", "SR-0001", 2818},
      {"another id", "thrift", "SR-0002", 6697},
      {"the same id in another rule", "used", "SR-0001", 9713},
      {"no id", "used", "", 368},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    Share least = 1;
    while (!IsInSample(c.rule, least, c.key)) ++least;
    CHECK(least == c.least);
  }
}

TEST_CASE("A sample is as large as it says, grows, and is its rule's own",
          "[rollout]") {
  size_t in_tenth = 0, in_both = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string id = "SR-" + std::to_string(i);
    const bool tenth = IsInSample("thrift", 1000, id);
    in_tenth += tenth;
    in_both += tenth && IsInSample("used", 1000, id);
    if (tenth && !IsInSample("thrift", 1001, id)) FAIL("lost: " << id);
  }
  CHECK(in_tenth > 9'700);
  CHECK(in_tenth < 10'300);
  CHECK(in_both > 850);
  CHECK(in_both < 1'150);
}

TEST_CASE("Outside its sample a rule is in shadow", "[rollout]") {
  const auto ruleset = CompileText(PolicyWith("sample: 50%")).ruleset;
  REQUIRE(ruleset != nullptr);
  Scratch scratch;
  size_t fired = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = std::to_string(i);
    CheckListing(*ruleset, {.title = "thrift", .id = id}, &scratch,
                 Rules::kInForce, Depth::kVerdict);
    fired += scratch.verdict.fired.size();
    CHECK(scratch.verdict.fired.size() + scratch.shadow.verdict.fired.size() ==
          1);
    CHECK(scratch.verdict.fired.empty() == !IsInSample("thrift", 5000, id));
  }
  CHECK(fired > 400);
  CHECK(fired < 600);
  // Without an id the words of the title count, however they are written.
  for (int i = 0; i < 100; ++i) {
    const std::string words = "thrift " + std::to_string(i);
    const bool in = IsInSample("thrift", 5000, words);
    const std::string text = "THRIFT,  " + std::to_string(i) + "!";
    CheckListing(*ruleset, {.title = text}, &scratch);
    CHECK(scratch.verdict.fired.empty() == !in);
    CheckQuery(*ruleset, text, &scratch);
    CHECK(scratch.verdict.fired.empty() == !in);
  }
}

}  // namespace
}  // namespace saring
