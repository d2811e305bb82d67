// `saring rewrite`, run as a program.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

using Json = nlohmann::json;

// `baju bekas` runs without "bekas"; `koper seken` does not run.
constexpr char kRewritePolicy[] = R"(saring: 1
policy: sample
revision: "1"
lists:
  fashion: {noun: true, terms: [baju, jaket]}
  used: {terms: [bekas]}
  case: {noun: true, terms: [koper seken]}
rules:
  - id: used-fashion
    needs: [fashion, used]
    action: hide
    answer: {without: [used]}
    notice: {buyer: Barang ini dilarang., seller: Jangan dijual.}
    hits: [baju bekas]
    misses: [baju baru, hp bekas]
  - id: used-case
    needs: [case]
    action: hide
    answer: empty
    hits: [koper seken]
    misses: [koper, tas seken]
)";

std::vector<Json> Rewritten(const Cli& cli, const std::string& lines) {
  Program program =
      cli.Prepare({"rewrite", "--for", "sphinx", "--policy",
                   cli.dir.Write("rewrite.yaml", kRewritePolicy)});
  program.in = cli.dir.Write("matches", lines);
  const CliResult result = cli.Run(program);
  CHECK(result.exit_code == 0);
  CHECK(result.err == "");
  std::vector<Json> answers;
  std::istringstream stream(result.out);
  for (std::string line; std::getline(stream, line);) {
    answers.push_back(Json::parse(line));
  }
  return answers;
}

struct Case {
  const char* why;
  const char* match;
  const char* answer;
  Json runs;  // null: nothing
};

const Case kCases[] = {
    {"prohibited", "baju bekas murah", "without", "baju murah"},
    {"prohibited among operators", "@title (baju|jaket) \"bekas impor\"~3",
     "without", "baju jaket impor"},
    {"prohibited behind an escape", "baju \\-bekas t\\-shirt", "without",
     "baju \\- t\\-shirt"},
    {"prohibited altogether", "koper seken", "empty", nullptr},

    {"ordinary", "baju baru", "clean", "baju baru"},
    {"used and no clothes", "hp bekas", "clean", "hp bekas"},
    {"used ones are excluded", "baju -bekas", "clean", "baju -bekas"},
    {"operators stay", "@title ^baju$ !(bekas|\"a b\"/2)", "clean",
     "@title ^baju$ !(bekas|\"a b\"/2)"},
    {"escapes stay", "t\\-shirt \\@home", "clean", "t\\-shirt \\@home"},
    {"nothing", "", "clean", ""},
};

TEST_CASE("rewrite answers every match of Sphinx", "[cli][sphinx]") {
  const Cli cli;
  std::string lines;
  for (const Case& c : kCases) lines += std::string(c.match) + "\n";
  const std::vector<Json> answers = Rewritten(cli, lines);
  REQUIRE(answers.size() == std::size(kCases));
  for (size_t i = 0; i < answers.size(); ++i) {
    CAPTURE(kCases[i].why, kCases[i].match);
    CHECK(answers[i]["answer"] == kCases[i].answer);
    CHECK(answers[i]["match"] == kCases[i].runs);
    CHECK(answers[i].contains("where") == !kCases[i].runs.is_null());
  }
  CHECK(answers[0]["action"] == "hide");
  CHECK(answers[0]["rules"] == Json{"used-fashion"});
  CHECK(answers[0]["notice"] == "Barang ini dilarang.");
  CHECK(answers[0]["where"] == "MATCH('baju murah') AND stored_action<30");
  CHECK(answers[0]["order_by"] == "demoted ASC, relevance DESC");
  CHECK(answers[4]["rules"] == Json::array());
}

TEST_CASE("rewrite takes any bytes, line by line", "[cli][sphinx]") {
  const Cli cli;
  CHECK(Rewritten(cli, "").empty());
  CHECK(Rewritten(cli, "\n\n").size() == 2);
  CHECK(Rewritten(cli, "baju\r\n")[0]["match"] == "baju");
  CHECK(Rewritten(cli, "no line end")[0]["match"] == "no line end");
  CHECK(Rewritten(cli, "\xff\xfe it's")[0]["where"] ==
        "MATCH('\xEF\xBF\xBD\xEF\xBF\xBD it\\'s') AND stored_action<30");
  CHECK(Rewritten(cli, std::string(1 << 19, '(') + "\nbaju\n").size() == 2);
}

TEST_CASE("rewrite says what is wrong with its use", "[cli][sphinx]") {
  const Cli cli;
  CHECK(cli.Run({"rewrite"}).exit_code == 2);
  CHECK(cli.Run({"rewrite", "--for", "solr"}).exit_code == 2);
  const CliResult none =
      cli.Run({"rewrite", "--for", "sphinx", "--policy", cli.dir.At("none")});
  CHECK(none.exit_code == 1);
  CHECK(none.err.find(cli.dir.At("none")) != std::string::npos);
  Program program =
      cli.Prepare({"rewrite", "--for", "sphinx", "--policy", cli.policy});
  program.in = cli.dir.Write("long", std::string(2 << 20, 'a') + "\nbaju\n");
  const CliResult result = cli.Run(program);
  CHECK(result.exit_code == 1);
  CHECK(result.out == "");
  CHECK(result.err.find("standard input:1: longer than") != std::string::npos);
}

struct BodyCase {
  const char* why;
  const char* body;
  int exit_code;
  const char* told;  // part of what is printed, or of the reason
};

const BodyCase kBodies[] = {
    {"an innocent search keeps its query, without what is hidden",
     R"({"query":{"match":{"title":"jaket"}}})", 0, R"("must_not")"},
    {"words that the policy takes out are not looked for",
     R"({"query":{"match":{"title":"baju bekas"}}})", 0, R"("title":"baju")"},
    {"what the policy answers with nothing finds nothing",
     R"({"query":{"match":{"title":"koper seken"}}})", 0, "match_none"},
    {"no body is every listing but the hidden ones", "", 0, R"("must_not")"},
    {"a body that cannot be made safe", R"({"suggest":{}})", 1, "suggest: "},
    {"a body that is none", "{", 1, "standard input: "},
};

TEST_CASE("saring rewrite --for opensearch prints the body to send",
          "[cli][rewrite]") {
  const Cli cli;
  for (const BodyCase& c : kBodies) {
    DYNAMIC_SECTION(c.why) {
      Program program =
          cli.Prepare({"rewrite", "--for", "opensearch", "--policy",
                       cli.dir.Write("rewrite.yaml", kRewritePolicy)});
      program.in = cli.dir.Write("body", c.body);
      const CliResult result = cli.Run(program);
      CHECK(result.exit_code == c.exit_code);
      const bool refused = c.exit_code != 0;
      CHECK_THAT(refused ? result.err : result.out, Catch::Contains(c.told));
      CHECK((refused ? result.out : result.err) == "");
    }
  }
}

}  // namespace
}  // namespace saring
