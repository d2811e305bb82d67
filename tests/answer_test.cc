// What a query gets when rules fire on it.

#include "plugin/engine/answer.h"

#include <catch2/catch.hpp>
#include <string_view>

#include "plugin/engine/check.h"
#include "tests/compiled.h"

namespace saring {
namespace {

constexpr std::string_view kPolicy = R"(
saring: 1
policy: test
revision: "1"
lists:
  fashion: {terms: [baju, kaos]}
  used: {terms: [bekas, second hand], except: [bekas luka]}
  bale: {terms: [bal segel]}
  slang: {terms: [thrift]}
  import: {terms: [impor]}
rules:
  - id: used
    needs: [fashion, used]
    action: hide
    answer: {without: [used]}
    hits: [baju bekas]
    misses: [baju, bekas]
  - id: imported
    needs: [fashion, import]
    action: demote
    answer: {without: [import]}
    hits: [baju impor]
    misses: [baju, impor]
  - id: bale
    needs: [bale]
    action: hide
    answer: empty
    hits: [bal segel]
    misses: [bal, segel]
  - id: slang
    needs: [slang]
    action: hide
    hits: [thrift]
    misses: [drift, gift]
  - id: bare
    needs: [used]
    only: [used]
    action: review
    answer: {without: [used]}
    hits: [bekas]
    misses: [baju bekas, bekas luka]
)";

struct Case {
  const char* why;
  std::string_view query;
  Answer::Kind answer;
  std::string_view text;  // of kWithout
};

constexpr auto kClean = Answer::Kind::kClean;
constexpr auto kWithout = Answer::Kind::kWithout;
constexpr auto kEmpty = Answer::Kind::kEmpty;

const Case kCases[] = {
    {"in the middle", "baju bekas murah", kWithout, "baju murah"},
    {"at the beginning", "bekas baju", kWithout, "baju"},
    {"at the end", "baju bekas", kWithout, "baju"},
    {"every time", "bekas baju bekas kaos bekas", kWithout, "baju kaos"},
    {"two words", "baju second-hand anak", kWithout, "baju anak"},
    {"what is excused stays", "baju bekas krim bekas luka", kWithout,
     "baju krim bekas luka"},
    {"letters and signs stay as typed", "BAJU  Ber\u00a0motif, bekas!",
     kWithout, "BAJU Ber\u00a0motif, !"},
    {"the lists of two rules", "baju impor bekas anak", kWithout, "baju anak"},
    {"nothing is left", "bekas", kEmpty, ""},
    {"nothing but signs is left", "** bekas **", kEmpty, ""},
    {"empty beats without", "baju bekas bal segel", kEmpty, ""},
    {"without beats clean", "thrift baju bekas", kWithout, "thrift baju"},

    {"a rule whose answer is clean", "thrift", kClean, ""},
    {"no rule fires", "baju baru", kClean, ""},
    {"evidence, but no rule", "bekas luka", kClean, ""},
    {"empty", "", kClean, ""},
};

TEST_CASE("A query gets the policy's answer", "[answer]") {
  const Compiled compiled = CompileText(kPolicy);
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  Scratch scratch;
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      CAPTURE(c.query);
      CheckQuery(*compiled.ruleset, c.query, &scratch);
      CHECK(scratch.verdict.answer == c.answer);
      CHECK(scratch.verdict.answer_text == c.text);
    }
  }
}

}  // namespace
}  // namespace saring
