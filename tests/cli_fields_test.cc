// saring scan --fields: listings as the engine indexes them.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;
using nlohmann::ordered_json;

CliResult Scan(const Cli& cli, const std::string& name, const std::string& rows,
               std::vector<std::string> more = {}) {
  std::vector<std::string> words = {"scan",     "--as",       "listing",
                                    "--fields", "opensearch", "--policy",
                                    cli.policy};
  words.insert(words.end(), more.begin(), more.end());
  words.push_back(cli.dir.Write(name, rows));
  return cli.Run(words);
}

// The fields with "FINGERPRINT" for that of the policy.
std::string Fields(const std::string& action, int rank,
                   const std::string& rules = "") {
  return R"("saring":{"action":")" + action + R"(","rank":)" +
         std::to_string(rank) + R"(,"rules":[)" + rules +
         R"(],"fingerprint":"FINGERPRINT"})";
}

std::string WithoutFingerprint(std::string text) {
  const std::string before = R"("fingerprint":")";
  for (size_t at = 0; (at = text.find(before, at)) != text.npos;) {
    at += before.size();
    text.replace(at, text.find('"', at) - at, "FINGERPRINT");
  }
  return text;
}

struct Case {
  const char* why;
  std::string row;
  std::string out;  // "": told as bad
};

const std::string kShow = Fields("show", 0);
const std::string kHide = Fields("hide", 2, "\"used-fashion\"");

const Case kRows[] = {
    {"ordinary", R"({"title":"baju baru"})",
     R"({"title":"baju baru",)" + kShow + "}"},
    {"what is not looked at stays", R"({"sku":7,"title":"baju","stock":[1,2]})",
     R"({"sku":7,"title":"baju","stock":[1,2],)" + kShow + "}"},
    {"keys keep their order", R"({"z":null,"title":"topi","a":{"b":true}})",
     R"({"z":null,"title":"topi","a":{"b":true},)" + kShow + "}"},
    {"letters that are no ASCII", R"({"title":"baju \u670d"})",
     "{\"title\":\"baju \u670d\"," + kShow + "}"},
    {"brackets in a text, after a quote",
     R"({"title":"baju \" )" + std::string(200, '[') + R"("})",
     R"({"title":"baju \" )" + std::string(200, '[') + R"(",)" + kShow + "}"},
    {"spaces go", R"( { "title" : "baju" } )",
     R"({"title":"baju",)" + kShow + "}"},
    {"a mark", R"({"title":"krim bekas jerawat"})",
     R"({"title":"krim bekas jerawat",)" + kShow + "}"},
    {"as deep as may be",
     R"({"title":"baju","a":)" + std::string(99, '[') + std::string(99, ']') +
         "}",
     R"({"title":"baju","a":)" + std::string(99, '[') + std::string(99, ']') +
         "," + kShow + "}"},
    {"hidden", R"({"title":"baju bekas"})",
     R"({"title":"baju bekas",)" + kHide + "}"},
    {"hidden by another field", R"({"title":"baju","condition":"bekas"})",
     R"({"title":"baju","condition":"bekas",)" + kHide + "}"},
    {"demoted", R"({"title":"baju bekas koleksi pribadi"})",
     R"({"title":"baju bekas koleksi pribadi",)" +
         Fields("demote", 1, "\"used-fashion\"") + "}"},
    {"fields of an older policy go",
     R"({"saring":{"action":"hide","old":1},"title":"baju"})",
     "{" + kShow + R"(,"title":"baju"})"},

    {"no title", R"({"name":"baju"})", ""},
    {"no object", R"(["baju"])", ""},
    {"too deep",
     R"({"title":"baju","a":)" + std::string(100, '[') + std::string(100, ']') +
         "}",
     ""},
    {"far too deep",
     R"({"title":"baju","a":)" + std::string(500000, '[') +
         std::string(500000, ']') + "}",
     ""},
};

TEST_CASE("scan merges the fields into each object", "[cli]") {
  const Cli cli;
  for (const Case& c : kRows) {
    CAPTURE(c.why);
    const CliResult result = Scan(cli, "rows.jsonl", c.row + "\n");
    CHECK(WithoutFingerprint(result.out) ==
          (c.out.empty() ? "" : c.out + "\n"));
    CHECK(result.exit_code == (c.out.empty() ? 1 : 0));
  }
}

TEST_CASE("scan makes objects of rows of tables", "[cli]") {
  const Cli cli;
  const CliResult tsv =
      Scan(cli, "rows.tsv", "id\ttitle\tprice\n3\tbaju bekas\t5\n");
  const CliResult csv =
      Scan(cli, "rows.csv", "id,title,price\n3,baju bekas,5\n");
  CHECK(tsv.out == csv.out);
  CHECK(WithoutFingerprint(tsv.out) ==
        R"({"id":"3","title":"baju bekas","description":"","category":"",)"
        R"("condition":"","seller":"","price":5,)" +
            kHide + "}\n");
}

TEST_CASE("scan --fields keeps rows in order, and counts them", "[cli]") {
  const Cli cli;
  std::string rows;
  for (int i = 0; i < 1000; ++i) {
    rows += R"({"id":)" + std::to_string(i) + R"(,"title":"baju)" +
            (i % 10 == 0 ? " bekas" : "") + "\"}\n";
  }
  const CliResult result = Scan(cli, "rows.jsonl", rows, {"--jobs", "4"});
  CHECK_THAT(result.err, Contains("1000 rows: 900 show, 0 review, 0 demote, "
                                  "100 hide, 0 bad"));
  size_t at = 0;
  for (int i = 0; i < 1000; ++i) {
    const size_t end = result.out.find('\n', at);
    REQUIRE(end != result.out.npos);
    const auto line = ordered_json::parse(result.out.substr(at, end - at));
    REQUIRE(line["id"] == i);
    REQUIRE(line["saring"]["rank"] == (i % 10 == 0 ? 2 : 0));
    at = end + 1;
  }
}

TEST_CASE("scan --fields is refused where there are none", "[cli]") {
  const Cli cli;
  struct Wrong {
    const char* why;
    std::vector<std::string> words;
    const char* fault;
  };
  const Wrong wrong[] = {
      {"of queries",
       {"--as", "query", "--fields", "opensearch"},
       "--as listing"},
      {"of no kind", {"--fields", "opensearch"}, "--as listing"},
      {"of another engine", {"--as", "listing", "--fields", "x"}, "--fields"},
      {"and the action",
       {"--as", "listing", "--fields", "opensearch", "--append"},
       "--append"},
      {"the action of JSON",
       {"--as", "listing", "--append", "--format", "jsonl"},
       "only rows of TSV"},
  };
  for (const Wrong& c : wrong) {
    CAPTURE(c.why);
    std::vector<std::string> words = {"scan", "--policy", cli.policy};
    words.insert(words.end(), c.words.begin(), c.words.end());
    words.push_back(cli.catalogue);
    const CliResult result = cli.Run(words);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK_THAT(result.err, Contains(c.fault));
  }
}

}  // namespace
}  // namespace saring
