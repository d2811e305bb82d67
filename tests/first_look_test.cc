// What is told of a text from little is never less than what is found in it.

#include "plugin/engine/first_look.h"

#include <catch2/catch.hpp>

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

}  // namespace
}  // namespace saring
