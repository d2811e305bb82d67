// kill -9 at points by chance of whatever writes files: what was there can be
// used, the next run ends right, and nothing is left lying about.
// SARING_KILLS says how often each is killed, 20 by default.

#include <xapian.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Words = std::vector<std::string>;

constexpr int kRows = 12000;  // more than one batch of a re-tag

int Kills() {
  const char* const asked = std::getenv("SARING_KILLS");
  return asked ? std::atoi(asked) : 20;
}

// kRows listings, a third of which are used.
std::string ManyListings(const Cli& cli) {
  std::string rows = "id\ttitle\n";
  for (int i = 0; i < kRows; ++i) {
    rows += std::to_string(i) + "\tbaju model" + std::to_string(i % 100) +
            (i % 3 ? " baru\n" : " bekas\n");
  }
  return cli.dir.Write("many.tsv", rows);
}

// How long `words` take when nobody kills them.
std::chrono::microseconds TimeOf(const Cli& cli, const Words& words) {
  const auto start = std::chrono::steady_clock::now();
  const CliResult result = cli.Run(words);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
}

// Starts `words` and kills them after less than `most`, if they still run.
void Kill(const Cli& cli, const Words& words, std::chrono::microseconds most,
          std::mt19937* rng) {
  const Program program = cli.Prepare(words);
  const pid_t pid = StartProgram(program);
  usleep(static_cast<useconds_t>((*rng)() %
                                 static_cast<unsigned>(most.count() + 1)));
  kill(pid, SIGKILL);
  const int code = cli.Finish(program, pid).exit_code;
  CHECK((code == -SIGKILL || code == 0));
}

// The names in the folder that begin with `name`.
std::set<std::string> NamesBeside(const Cli& cli, const std::string& name) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(cli.dir.path())) {
    const std::string found = entry.path().filename().string();
    if (found.starts_with(name)) names.insert(found);
  }
  return names;
}

Xapian::doccount Count(const std::string& db, const char* term) {
  return Xapian::Database(db).get_termfreq(term);
}

TEST_CASE("Killed, index leaves the old database or the new one", "[killed]") {
  const Cli cli;
  std::mt19937 rng(1);
  const Words more = GENERATE(Words{}, Words{"--shards", "2"});
  const std::string db = cli.dir.At("db"), many = ManyListings(cli);
  Words small = {"index", "--policy", cli.policy, cli.catalogue, db};
  Words large = {"index", "--policy", cli.policy, many, db};
  small.insert(small.end(), more.begin(), more.end());
  large.insert(large.end(), more.begin(), more.end());
  const auto most = TimeOf(cli, large);
  for (int i = 0; i < Kills() / 2; ++i) {
    REQUIRE(cli.Run(small).exit_code == 0);
    Kill(cli, large, most, &rng);
    const Xapian::doccount found = Count(db, "XSARING:tagged");
    CHECK((found == 6 || found == kRows));
  }
  CHECK(cli.Run(large).exit_code == 0);
  CHECK(Count(db, "XSARING:tagged") == kRows);
  CHECK(NamesBeside(cli, "db") == std::set<std::string>{"db"});
}

TEST_CASE("Killed, retag loses nothing and is taken up", "[killed]") {
  const Cli cli;
  std::mt19937 rng(2);
  const std::string db = cli.dir.At("db");
  // The other policy demotes what is new.
  std::string text(kCliPolicy);
  text.replace(text.find("terms: [bekas]"), 14, "terms: [baru]");
  text = text.substr(0, text.find("    hits:")) +
         "    hits: [baju baru]\n    misses: [baju bekas, baju biru]\n";
  text.replace(text.find("condition: [bekas]"), 18, "condition: [baru]");
  text.replace(text.find("bekas {mark}"), 12, "baru {mark}");
  text.replace(text.find("action: hide"), 12, "action: demote");
  const std::string other = cli.dir.Write("other.yaml", text);
  const auto retag = [&](const std::string& policy) {
    return Words{"retag", "--policy", policy, db};
  };
  REQUIRE(cli.Run({"index", "--policy", cli.policy, ManyListings(cli), db})
              .exit_code == 0);
  const auto most = TimeOf(cli, retag(other));
  for (int i = 0; i < Kills(); ++i) {
    const std::string& policy = i % 3 ? cli.policy : other;
    Kill(cli, retag(policy), most, &rng);
    REQUIRE(Count(db, "XSARING:tagged") == kRows);
    const Xapian::Database read(db);
    CHECK(read.get_doccount() - read.get_termfreq("XSARING:manifest") == kRows);
    if (i % 5 == 4) CHECK(cli.Run(retag(policy)).exit_code == 0);
  }
  CHECK(cli.Run(retag(other)).exit_code == 0);
  CHECK(Count(db, "XSARING:hide") == 1);  // the manifest
  CHECK(Count(db, "XSARING:demote") == kRows - kRows / 3);
  CHECK(cli.Run(retag(cli.policy)).exit_code == 0);
  CHECK(Count(db, "XSARING:hide") == kRows / 3 + 1);
  CHECK(Count(db, "XSARING:demote") == 0);
  CHECK_THAT(cli.Run(retag(cli.policy)).out, Contains("nothing to do"));
}

TEST_CASE("Killed, compile leaves the old image or the new one", "[killed]") {
  const Cli cli;
  std::mt19937 rng(3);
  std::string terms;
  for (int i = 0; i < 20000; ++i) terms += "barang" + std::to_string(i) + '\n';
  cli.dir.Write("many.txt", terms);
  std::string text(kCliPolicy);
  text.replace(text.find("{terms: [koleksi pribadi]}"), 26,
               "{terms: [koleksi pribadi], terms_from: many.txt}");
  const std::string policy = cli.dir.Write("large.yaml", text);
  const std::string image = cli.dir.At("image");
  const Words compile = {"compile", policy, "-o", image};
  const auto most = TimeOf(cli, compile);
  for (int i = 0; i < Kills(); ++i) {
    Kill(cli, compile, most, &rng);
    CHECK(cli.Run({"check", image}).exit_code == 0);
  }
  CHECK(cli.Run(compile).exit_code == 0);
  CHECK_THAT(cli.Run({"explain", "--policy", image, "baju bekas"}).out,
             Contains("hide"));
  CHECK(NamesBeside(cli, "image") == std::set<std::string>{"image"});
}

}  // namespace
}  // namespace saring
