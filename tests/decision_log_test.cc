// The decision log: sampled, never waited for, never lost without being
// counted, one's own in each process.

#include "plugin/monitor/decision_log.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/quiet_fork.h"
#include "tests/run_program.h"
#include "tests/watched.h"

namespace saring {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds kLong(60'000);

// Whether `happens` comes to be, within a minute.
template <typename Condition>
bool InTime(Condition happens) {
  const auto end = std::chrono::steady_clock::now() + kLong;
  while (!happens()) {
    if (std::chrono::steady_clock::now() > end) return false;
    usleep(1000);
  }
  return true;
}

struct Logged {
  explicit Logged(LogOptions options = {}) {
    options.path = dir.At("log");
    monitor = std::make_shared<Monitor>(options);
  }

  std::vector<json> Lines() const {
    std::vector<json> lines;
    std::istringstream in(ReadFile(dir.At("log")));
    for (std::string line; std::getline(in, line);) {
      lines.push_back(json::parse(line));
    }
    return lines;
  }
  uint64_t Sample(const std::string& name) const {
    const std::string text = monitor->Metrics();
    const size_t at = text.find("\n" + name + " ");
    REQUIRE(at != std::string::npos);
    return std::stoull(text.substr(at + name.size() + 2));
  }

  const TempDir dir;
  std::shared_ptr<Monitor> monitor;
};

TEST_CASE("Decisions are logged in order, what shows is not", "[monitor]") {
  Logged logged;
  Watched watched(logged.monitor, WatchedPolicy());
  watched.Query("baju bekas");
  watched.Query("baju baru");
  watched.Offer({Asked::kListing, {.title = "kaos bekas"}, "7", "s"});
  watched.Offer("kaos lungsuran");
  REQUIRE(logged.monitor->log()->Flush(kLong));
  const std::vector<json> lines = logged.Lines();
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["text"] == "baju bekas");
  CHECK(lines[1]["id"] == "7");
  CHECK(lines[2]["action"] == "demote");
  CHECK(lines[0]["puid"] != lines[1]["puid"]);
  CHECK(logged.Sample("saring_log_records_total") == 3);
  CHECK(logged.Sample("saring_log_dropped_total") == 0);
  CHECK(logged.Sample("saring_log_failures_total") == 0);
  CHECK(logged.Sample("saring_log_bytes_total") ==
        ReadFile(logged.dir.At("log")).size());
}

struct SampleCase {
  const char* why;
  uint32_t sample, shows;                                  // of a million
  int least_hidden, most_hidden, least_shown, most_shown;  // of 1,000 each
};

const SampleCase kSamples[] = {
    {"all that is not shown", 1'000'000, 0, 1000, 1000, 0, 0},
    {"one in ten", 100'000, 0, 50, 150, 0, 0},
    {"none", 0, 0, 0, 0, 0, 0},
    {"some of what is shown", 1'000'000, 100'000, 1000, 1000, 50, 150},
    {"everything", 1'000'000, 1'000'000, 1000, 1000, 1000, 1000},
};

TEST_CASE("So many decisions are logged as were asked for", "[monitor]") {
  for (const SampleCase& c : kSamples) {
    DYNAMIC_SECTION(c.why) {
      LogOptions options;
      options.queue = 4096;
      options.sample = c.sample;
      options.shows = c.shows;
      Logged logged(options);
      Watched watched(logged.monitor, WatchedPolicy());
      for (int i = 0; i < 1000; ++i) {
        watched.Query("baju bekas");
        watched.Query("baju baru");
      }
      REQUIRE(logged.monitor->log()->Flush(kLong));
      int hidden = 0, shown = 0;
      for (const json& line : logged.Lines()) {
        ++(line["action"] == "hide" ? hidden : shown);
      }
      CHECK(hidden >= c.least_hidden);
      CHECK(hidden <= c.most_hidden);
      CHECK(shown >= c.least_shown);
      CHECK(shown <= c.most_shown);
    }
  }
}

TEST_CASE(
    "What waits is written when the folder is back; what found no room "
    "is counted",
    "[monitor]") {
  LogOptions options;
  options.queue = 8;
  Logged logged(options);
  Watched watched(logged.monitor, WatchedPolicy());
  watched.Query("baju bekas");
  REQUIRE(logged.monitor->log()->Flush(kLong));
  std::filesystem::rename(logged.dir.path(), logged.dir.path() + "-gone");
  constexpr uint64_t kAsked = 2000;
  for (uint64_t i = 0; i < kAsked; ++i) watched.Query("kaos bekas");
  REQUIRE(
      InTime([&] { return logged.Sample("saring_log_failures_total") > 0; }));
  CHECK_FALSE(logged.monitor->log()->Flush(std::chrono::milliseconds(1)));
  std::filesystem::rename(logged.dir.path() + "-gone", logged.dir.path());
  REQUIRE(logged.monitor->log()->Flush(kLong));
  const uint64_t dropped = logged.Sample("saring_log_dropped_total");
  CHECK(dropped > 0);
  CHECK(logged.Sample("saring_log_records_total") + dropped == 1 + kAsked);
  CHECK(logged.Lines().size() == 1 + kAsked - dropped);
}

TEST_CASE("What waits in the end is written", "[monitor]") {
  Logged logged;
  Watched(logged.monitor, WatchedPolicy()).Query("baju bekas");
  logged.monitor.reset();
  CHECK(logged.Lines().size() == 1);
}

TEST_CASE("A log that cannot be written does not hold up the end",
          "[monitor]") {
  LogOptions options;
  options.path = "/nowhere/log";
  auto monitor = std::make_shared<Monitor>(options);
  Watched(monitor, WatchedPolicy()).Query("baju bekas");
  monitor.reset();  // comes back
}

TEST_CASE("A child of a process logs what it decides, and nothing else",
          "[monitor]") {
  Logged logged;
  Watched watched(logged.monitor, WatchedPolicy());
  watched.Query("baju bekas");  // the parent has a thread by now
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) {
    children.push_back(QuietFork());
    if (children.back() != 0) continue;
    watched.Query("kaos bekas");
    const bool written = logged.monitor->log()->Flush(kLong);
    _exit(written && logged.monitor->Metrics().size() > 100 ? 0 : 1);
  }
  watched.Query("baju lungsuran");
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  REQUIRE(logged.monitor->log()->Flush(kLong));
  std::multiset<std::string> texts;
  std::set<std::string> names;
  for (const json& line : logged.Lines()) {
    texts.insert(line["text"]);
    names.insert(line["puid"]);
  }
  CHECK(texts == std::multiset<std::string>{"baju bekas", "baju lungsuran",
                                            "kaos bekas", "kaos bekas",
                                            "kaos bekas"});
  CHECK(names.size() == 5);
}

TEST_CASE("A killed process tears at most the last line", "[monitor]") {
  constexpr int kKills = 10;
  Logged logged;
  for (int round = 0; round < kKills; ++round) {
    const pid_t child = QuietFork();
    if (child == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that fails leaves none behind
      Watched watched(logged.monitor, WatchedPolicy());
      for (;;) watched.Query("baju bekas");
    }
    // Not parsed here: the child may be writing the last line.
    const auto line_ends = [&] {
      const std::string text = ReadFile(logged.dir.At("log"));
      return std::count(text.begin(), text.end(), '\n');
    };
    const bool wrote = InTime([&] { return line_ends() > round * 10; });
    usleep(static_cast<useconds_t>(round) * 700);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    REQUIRE(wrote);
  }
  Watched(logged.monitor, WatchedPolicy()).Query("kaos bekas");
  REQUIRE(logged.monitor->log()->Flush(kLong));
  std::istringstream log(ReadFile(logged.dir.At("log")));
  int torn = 0;
  json last;
  for (std::string line; std::getline(log, line);) {
    last = json::parse(line, nullptr, /*allow_exceptions=*/false);
    torn += last.is_discarded();
  }
  CHECK(torn <= kKills);
  REQUIRE(last.is_object());
  CHECK(last["text"] == "kaos bekas");
}

TEST_CASE("More rules than are kept leave the evidence whole", "[monitor]") {
  std::string yaml =
      "saring: 1\npolicy: many\nrevision: \"1\"\n"
      "lists: {bad: {terms: [balpres]}}\nrules:\n";
  for (int rule = 0; rule < 20; ++rule) {
    yaml += "  - {id: rule-" + std::to_string(rule) +
            ", needs: [bad], action: hide, hits: [balpres], "
            "misses: [baju, kaos]}\n";
  }
  Logged logged;
  Watched(logged.monitor, WatchedPolicy(yaml)).Query("jual balpres");
  REQUIRE(logged.monitor->log()->Flush(kLong));
  const json line = logged.Lines().at(0);
  REQUIRE(line["evidence"].size() == 20);
  for (const json& piece : line["evidence"]) {
    CHECK(piece["list"] == "bad");
    CHECK(piece["term"] == "balpres");
  }
}

}  // namespace
}  // namespace saring
