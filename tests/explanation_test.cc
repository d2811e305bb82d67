#include "plugin/report/explanation.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/compiled.h"

namespace saring {
namespace {

constexpr std::string_view kPolicy = R"(
saring: 1
policy: test
revision: "7"
law:
  permendag: {title: Permendag 47/2025, article: Pasal 2}
lists:
  fashion: {terms: [baju]}
  used: {terms: [bekas], except: [bekas luka]}
rules:
  - id: used
    needs: [fashion, used]
    action: hide
    answer: {without: [used]}
    law: [permendag]
    notice: {buyer: Untuk pembeli, seller: Untuk penjual}
    hits: [baju bekas]
    misses: [baju, bekas]
)";

nlohmann::json Explain(const Ruleset& ruleset, std::string_view text) {
  Scratch scratch;
  CheckQuery(ruleset, text, &scratch);
  return nlohmann::json::parse(ExplainQuery(ruleset, text, scratch));
}

TEST_CASE("An explanation tells the whole story", "[explanation]") {
  const Compiled compiled = CompileText(kPolicy);
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  const auto json = Explain(*compiled.ruleset, "Baju b\u0435kas, bekas luka");

  CHECK(json["policy"]["name"] == "test");
  CHECK(json["policy"]["revision"] == "7");
  CHECK(json["as"] == "query");
  CHECK(json["action"] == "hide");
  CHECK(json["answer"] == "without");
  CHECK(json["answer_text"] == "Baju , bekas luka");

  const auto& words = json["fields"][0]["words"];
  CHECK(words[0] == nlohmann::json{{"read", "baju"},
                                   {"written", "Baju"},
                                   {"begin", 0},
                                   {"end", 4},
                                   {"step", "as written"}});

  const auto& rule = json["rules"][0];
  CHECK(rule["id"] == "used");
  CHECK(rule["law"][0]["article"] == "Pasal 2");
  CHECK(rule["notice"]["seller"] == "Untuk penjual");
  CHECK(rule["evidence"][1] == nlohmann::json{{"list", "used"},
                                              {"term", "bekas"},
                                              {"field", "title"},
                                              {"begin", 5},
                                              {"end", 11},
                                              {"text", "b\u0435kas"},
                                              {"read_as", "bekas"},
                                              {"step", "look-alike letters"}});

  size_t excused = 0;
  for (const auto& hit : json["hits"]) {
    if (hit["excused_by"].is_null()) continue;
    ++excused;
    CHECK(hit["excused_by"] == "bekas luka");
    CHECK(hit["begin"] == 13);
  }
  CHECK(excused == 1);
}

TEST_CASE("An explanation of bytes that are no text is still JSON",
          "[explanation]") {
  const Compiled compiled = CompileText(kPolicy);
  REQUIRE(compiled.ruleset);
  const auto json = Explain(*compiled.ruleset, "baju \xff\xc3 bekas");
  CHECK(json["action"] == "hide");
  CHECK(Explain(*compiled.ruleset, "")["action"] == "show");
}

}  // namespace
}  // namespace saring
