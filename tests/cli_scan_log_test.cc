// saring scan --log and --metrics: every decision, however many threads, and
// nothing half-written.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
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

TEST_CASE("scan logs what it decides, and counts it", "[cli]") {
  const Cli cli;
  const std::string log = cli.dir.At("log"), metrics = cli.dir.At("m.prom");
  const auto scan = [&] {
    return cli.Run({"scan", "--as", "listing", "--policy", cli.policy, "--log",
                    log, "--metrics", metrics, cli.catalogue});
  };
  CHECK(scan().exit_code == 0);
  const std::vector<json> lines = Lines(ReadFile(log));
  REQUIRE(lines.size() == 2);
  std::set<std::string> ids;
  for (const json& line : lines) ids.insert(line["id"]);
  CHECK(ids == std::set<std::string>{"2", "3"});
  CHECK(lines[0]["statement"]["puid"] == lines[0]["puid"]);
  CHECK_THAT(
      ReadFile(metrics),
      Contains("\nsaring_checks_total{kind=\"listing\",action=\"show\"} 4\n") &&
          Contains("\nsaring_rules_fired_total{rule=\"used-fashion\","
                   "action=\"hide\"} 1\n") &&
          Contains("\nsaring_log_records_total 2\n"));

  // The log goes on, the metrics are those of the last run.
  CHECK(scan().exit_code == 0);
  CHECK(Lines(ReadFile(log)).size() == 4);
  CHECK_THAT(ReadFile(metrics), Contains("\nsaring_log_records_total 2\n"));
  for (const auto& file : std::filesystem::directory_iterator(cli.dir.path())) {
    CHECK(file.path().string().find(".writing-") == std::string::npos);
  }
}

TEST_CASE("scan prints the same, watched or not", "[cli]") {
  const Cli cli;
  std::vector<std::string> words = {"scan",   "--policy", cli.policy,
                                    "--text", "title",    cli.catalogue};
  const CliResult plain = cli.Run(words);
  words.insert(words.end(), {"--log", cli.dir.At("log")});
  const CliResult watched = cli.Run(words);
  CHECK(watched.exit_code == 0);
  CHECK(watched.out == plain.out);
  CHECK(watched.err == plain.err);
}

TEST_CASE("scan drops no decision, however many threads decide", "[cli]") {
  constexpr int kRows = 20'000;
  const Cli cli;
  std::ofstream rows(cli.dir.At("rows.tsv"));
  rows << "id\ttext\n";
  for (int i = 0; i < kRows; ++i) rows << i << "\tbaju bekas\n";
  rows.close();
  for (const char* jobs : {"1", "8"}) {
    CAPTURE(jobs);
    const std::string log = cli.dir.At(std::string("log-") + jobs);
    const CliResult result =
        cli.Run({"scan", "--as", "listing", "--policy", cli.policy, "--text",
                 "text", "--jobs", jobs, "--log", log, "--metrics",
                 cli.dir.At("m"), cli.dir.At("rows.tsv")});
    CHECK(result.exit_code == 0);
    std::set<std::string> ids;
    for (const json& line : Lines(ReadFile(log))) ids.insert(line["id"]);
    CHECK(ids.size() == kRows);
    CHECK_THAT(ReadFile(cli.dir.At("m")),
               Contains("\nsaring_log_dropped_total 0\n"));
  }
}

struct BadFile {
  const char* why;
  const char* option;
  const char* file;  // in the test's folder
  const char* message;
};

const BadFile kBadFiles[] = {
    {"a log in no folder", "--log", "none/log",
     "none/log:0:0: cannot be written: No such file or directory\n"},
    {"a log that is a folder", "--log", "",
     ":0:0: cannot be written: Is a directory\n"},
    {"metrics in no folder", "--metrics", "none/m",
     "none/m: No such file or directory\n"},
};

TEST_CASE("scan says at once what it cannot write", "[cli]") {
  const Cli cli;
  for (const BadFile& c : kBadFiles) {
    DYNAMIC_SECTION(c.why) {
      const CliResult result =
          cli.Run({"scan", "--policy", cli.policy, "--text", "title", c.option,
                   cli.dir.At(c.file), cli.catalogue});
      CHECK(result.exit_code == 1);
      CHECK(result.out == "");
      CHECK_THAT(result.err, Contains(c.message));
    }
  }
}

TEST_CASE("scan fails when its metrics cannot be put in place", "[cli]") {
  const Cli cli;
  const std::string metrics = cli.dir.Write("m/inside", "");
  const CliResult result =
      cli.Run({"scan", "--policy", cli.policy, "--text", "title", "--metrics",
               cli.dir.At("m"), cli.catalogue});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("cannot write " + cli.dir.At("m")));
  CHECK(std::filesystem::exists(metrics));
}

TEST_CASE("scan fails when its log cannot grow", "[cli]") {
  const Cli cli;
  std::ofstream rows(cli.dir.At("rows.tsv"));
  rows << "text\n";
  for (int i = 0; i < 100; ++i) rows << "baju bekas\n";
  rows.close();
  Program program = cli.Prepare({"scan", "--policy", cli.policy, "--log",
                                 cli.dir.At("log"), cli.dir.At("rows.tsv")});
  program.out = "/dev/null";
  program.largest_file = 20'000;
  const CliResult result = cli.Run(program);
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("cannot write " + cli.dir.At("log")));
  CHECK(Lines(ReadFile(cli.dir.At("log"))).size() > 10);  // whole lines
}

}  // namespace
}  // namespace saring
