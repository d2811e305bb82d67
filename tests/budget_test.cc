// How much is looked at, and what happens to what was not looked at.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "plugin/engine/check.h"
#include "plugin/engine/second_look.h"
#include "tests/compiled.h"
#include "tests/slow_clock.h"

namespace saring {
namespace {

std::string PolicyWith(std::string_view budget) {
  return "saring: 1\npolicy: test\n" + std::string(budget) + R"(
lists:
  fashion:
    {noun: true, terms: [baju, kaos], in: [title, description]}
  used:
    terms: [bekas, second]
    in: [title, description]
    except: [bekas luka]
rules:
  - id: used
    needs: [fashion, used]
    action: demote
    hits: [baju bekas]
    misses: [baju, bekas]
)";
}

constexpr std::string_view kLong =
    "baju anak merah muda ukuran besar warna pilihan bekas";

struct Case {
  const char* why;
  const char* budget;
  std::string_view title, description;
  Action as_query, as_listing;
  Answer::Kind answer;
  bool cut, late;  // as a listing
};

constexpr auto kClean = Answer::Kind::kClean;
constexpr auto kEmpty = Answer::Kind::kEmpty;

const Case kCases[] = {
    {"no budget: all is looked at", "", kLong, "", Action::kDemote,
     Action::kDemote, kClean, false, false},
    {"just as long as the budget", "budget: {text: 53}", kLong, "",
     Action::kDemote, Action::kDemote, kClean, false, false},
    {"closed, and within the budget",
     "budget: {text: 53, beyond: {query: closed, listing: closed}}", kLong, "",
     Action::kDemote, Action::kDemote, kClean, false, false},
    {"open by default: what was read decides", "budget: {text: 52}", kLong, "",
     Action::kShow, Action::kShow, kClean, true, false},
    {"open, and what was read convicts", "budget: {text: 10}",
     "baju bekas murah", "", Action::kDemote, Action::kDemote, kClean, true,
     false},
    {"closed for listings", "budget: {text: 52, beyond: {listing: closed}}",
     kLong, "", Action::kShow, Action::kHide, kClean, true, false},
    {"closed for queries", "budget: {text: 52, beyond: {query: closed}}", kLong,
     "", Action::kHide, Action::kShow, kEmpty, true, false},
    {"cut within a character", "budget: {text: 10}", "baju biru\u00e9 bekas",
     "", Action::kShow, Action::kShow, kClean, true, false},
    {"the description is too late", "budget: {time: 0.5 ms}", "kemeja",
     "baju bekas", Action::kShow, Action::kShow, kClean, false, true},
    {"the description is too late, closed",
     "budget: {time: 0.5 ms, beyond: {listing: closed}}", "kemeja",
     "baju bekas", Action::kShow, Action::kHide, kClean, false, true},
    {"the title is always looked at", "budget: {time: 0.5 ms}", "baju bekas",
     "", Action::kDemote, Action::kDemote, kClean, false, false},
    {"time enough", "budget: {time: 10 ms}", "kemeja", "baju bekas",
     Action::kShow, Action::kDemote, kClean, false, false},
    {"no time to look for what excuses a disguise", "budget: {time: 0.5 ms}",
     "baju b3kas", "", Action::kShow, Action::kShow, kClean, false, true},
    {"the same, closed",
     "budget: {time: 0.5 ms, beyond: {query: closed, listing: closed}}",
     "baju b3kas", "", Action::kHide, Action::kHide, kEmpty, false, true},
    {"time enough for a second look", "budget: {time: 10 ms}", "baju b3kas", "",
     Action::kDemote, Action::kDemote, kClean, false, false},
};

TEST_CASE("What was not looked at fails as the policy says", "[budget]") {
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    const Compiled compiled = CompileText(PolicyWith(c.budget));
    INFO(compiled.faults);
    REQUIRE(compiled.ruleset != nullptr);
    Scratch scratch;
    scratch.deadline = Deadline(SlowClock);
    for (const Depth depth : {Depth::kVerdict, Depth::kEvidence}) {
      CheckQuery(*compiled.ruleset, c.title, &scratch, Rules::kInForce, depth);
      CHECK(scratch.verdict.action == c.as_query);
      CHECK(scratch.verdict.answer == c.answer);
      CheckListing(*compiled.ruleset,
                   {.title = c.title, .description = c.description}, &scratch,
                   Rules::kInForce, depth);
      CHECK(scratch.verdict.action == c.as_listing);
      CHECK(scratch.verdict.text_cut == c.cut);
      CHECK(scratch.verdict.over_budget == c.late);
    }
  }
}

TEST_CASE("Without a time nobody asks the clock", "[budget]") {
  const auto never = []() -> Deadline::Time { throw "the clock was asked"; };
  const auto ruleset = CompileText(PolicyWith("")).ruleset;
  REQUIRE(ruleset != nullptr);
  Scratch scratch;
  scratch.deadline = Deadline(never);
  CheckListing(*ruleset, {.title = "baju b3kas", .description = "baju bekas"},
               &scratch);
  CHECK(scratch.verdict.action == Action::kDemote);
}

}  // namespace
}  // namespace saring
