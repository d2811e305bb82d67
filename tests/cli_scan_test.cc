// saring scan: a line a row, bad rows told, in constant memory.

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;
using nlohmann::json;

std::vector<json> Lines(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

TEST_CASE("scan prints a line of JSON a row", "[cli]") {
  const Cli cli;
  const CliResult result = cli.Run(
      {"scan", "--as", "listing", "--policy", cli.policy, cli.catalogue});
  CHECK(result.exit_code == 0);
  CHECK(result.err ==
        "saring: 6 rows: 4 show, 0 review, 1 demote, 1 hide, 0 bad\n");
  const std::vector<json> lines = Lines(result.out);
  REQUIRE(lines.size() == 6);
  const json& hidden = lines[2];
  CHECK(hidden["row"] == 4);
  CHECK(hidden["id"] == "3");
  CHECK(hidden["text"] == "baju bekas murah");
  CHECK(hidden["action"] == "hide");
  CHECK(hidden["rules"] == json{"used-fashion"});
  const json& evidence = hidden["evidence"][1];
  CHECK(evidence["list"] == "used");
  CHECK(evidence["begin"] == 5);
  CHECK(evidence["end"] == 10);
  CHECK(evidence["text"] == "bekas");
  CHECK(lines[0]["action"] == "show");
  CHECK(lines[0]["rules"].empty());
}

TEST_CASE("scan tells bad rows and goes on", "[cli]") {
  const Cli cli;
  const std::string file = cli.dir.Write(
      "rows.csv", "a,\"baju\nbekas\"\nb\nc,\"jaket\nd,baju bekas\n");
  const CliResult result = cli.Run({"scan", "--policy", cli.policy, "--text",
                                    "2", "--column", "id=1", file});
  CHECK(result.exit_code == 1);
  const std::vector<json> lines = Lines(result.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["row"] == 1);
  CHECK(lines[0]["text"] == "baju\nbekas");
  CHECK(lines[1]["row"] == 5);
  CHECK(lines[1]["id"] == "d");
  CHECK_THAT(result.err,
             Contains(file + ":3: 1 column, but column 2 is needed\n") &&
                 Contains(file + ":4: a quote is never closed\n") &&
                 Contains("4 rows: 0 show, 0 review, 0 demote, 2 hide, 2 bad"));
}

TEST_CASE("scan can append the action to rows as they stand", "[cli]") {
  const Cli cli;
  const auto scan = [&cli](const std::string& rows,
                           std::vector<std::string> columns) {
    std::vector<std::string> words = {"scan",
                                      "--as",
                                      "listing",
                                      "--append",
                                      "--policy",
                                      cli.policy,
                                      cli.dir.Write("rows.tsv", rows)};
    words.insert(words.end() - 1, columns.begin(), columns.end());
    return cli.Run(words);
  };
  struct Case {
    const char* why;
    std::string rows;
    std::vector<std::string> columns;
    std::string out;
    int exit_code;
  };
  const std::vector<std::string> second = {"--text", "2"};
  const Case cases[] = {
      {"without a header", "1\tbaju bekas\tx y\n2\tbaju baru\t\n", second,
       "1\tbaju bekas\tx y\t30\n2\tbaju baru\t\t0\n", 0},
      {"a header is no row",
       "sku\ttitle\n1\tbaju bekas koleksi pribadi\n",
       {},
       "1\tbaju bekas koleksi pribadi\t20\n",
       0},
      {"as many columns as the header has",
       "title\ta\tb\nbaju bekas\n",
       {},
       "baju bekas\t\t\t30\n",
       0},
      {"by another column",
       "title\tstate\nbaju\tbekas\n",
       {"--column", "condition=state"},
       "baju\tbekas\t30\n",
       0},
      {"a CR before the line end goes",
       "title\nbaju bekas\r\n",
       {},
       "baju bekas\t30\n",
       0},
      {"bad rows are told and left out",
       "title\na\tb\nbaju\n",
       {},
       "baju\t0\n",
       1},
      {"bytes stay", "title\nbaju \xff\n", {}, "baju \xff\t0\n", 0},
      {"nothing", "title\n", {}, "", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const CliResult result = scan(c.rows, c.columns);
    CHECK(result.out == c.out);
    CHECK(result.exit_code == c.exit_code);
  }
  const CliResult csv = scan("title\nbaju\n", {"--format", "csv"});
  CHECK(csv.exit_code == 2);
  CHECK(csv.err.find("only rows of TSV") != std::string::npos);
}

TEST_CASE("scan reads standard input and noise", "[cli]") {
  const Cli cli;
  Program program =
      cli.Prepare({"scan", "--policy", cli.policy, "--text", "1", "-"});
  program.in =
      cli.dir.Write("in", std::string("\xff\xfe\0\x1b[2J\nbaju\n", 13));
  const CliResult result = cli.Run(program);
  CHECK(result.exit_code == 0);
  CHECK(Lines(result.out).size() == 2);
}

// Rows of many kinds and sizes, one in about fifty of them bad. A row depends
// on its number only.
std::string ManyRows(const Cli& cli, int rows) {
  std::ofstream file(cli.dir.At("many.tsv"));
  for (int i = 0; i < rows; ++i) {
    const char* const texts[] = {"baju baru",   "b3k4s baju",
                                 "jaket bekas", "krim bekas jerawat",
                                 "\xff\xfe",    ""};
    file << i;
    if (i % 53 != 0) file << '\t' << texts[i % 6] << ' ' << i;
    if (i % 1009 == 0) file << std::string(2000000, 'x');  // too long
    if (i % 997 == 0) file << '\t' << std::string(300000, 'y');
    file << '\n';
  }
  return cli.dir.At("many.tsv");
}

TEST_CASE("scan prints the same with any number of jobs", "[cli]") {
  const Cli cli;
  const std::string file = ManyRows(cli, 20000);
  const auto scan = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"scan", "--policy", cli.policy, "--text",
                                      "2",    "--column", "id=1",     file};
    words.insert(words.end(), more.begin(), more.end());
    return cli.Run(words);
  };
  const CliResult one = scan({"--jobs", "1"});
  CHECK(one.exit_code == 1);
  CHECK_THAT(one.err, Contains("20000 rows: ") && Contains(" bad"));
  CHECK(Lines(one.out).size() > 19000);
  for (const std::vector<std::string>& jobs :
       {std::vector<std::string>{"--jobs", "2"}, {"--jobs", "7"}, {}}) {
    const CliResult many = scan(jobs);
    CHECK(many.exit_code == one.exit_code);
    CHECK((many.out == one.out));
    CHECK(many.err == one.err);
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("scan takes the same memory for a long file as for a short",
          "[cli]") {
  const Cli cli;
  const auto peak = [&cli](size_t bytes) {
    // In pieces: what the test itself held before it forked counts as well.
    std::ofstream rows(cli.dir.At("in"));
    for (size_t i = 0; i < bytes / 1000; ++i) {
      rows << std::string(994, 'x') << " baju\n";
    }
    rows.close();
    Program program =
        cli.Prepare({"scan", "--policy", cli.policy, "--text", "1", "-"});
    program.in = cli.dir.At("in");
    program.out = "/dev/null";
    const CliResult result = cli.Run(program);
    CHECK(result.exit_code == 0);
    return result.peak_kib;
  };
  const long small = peak(1 << 20);
  CHECK(peak(20 << 20) < small + 2048);
}
#endif

}  // namespace
}  // namespace saring
