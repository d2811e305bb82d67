// Threads check, log, exchange policies and come and go, while others ask for
// the metrics.

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/run_program.h"
#include "tests/watched.h"

namespace saring {
namespace {

constexpr int kThreads = 6;
constexpr int kRounds = 400;

std::shared_ptr<const Ruleset> OtherPolicy() {
  std::string yaml(kWatchedPolicy);
  yaml.replace(yaml.find("\"7\""), 3, "\"8\"");
  return WatchedPolicy(yaml);
}

uint64_t SumOf(const std::string& metrics, const std::string& name) {
  uint64_t sum = 0;
  std::istringstream in(metrics);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(name + '{') && !line.starts_with(name + ' '))
      continue;
    sum += std::stoull(line.substr(line.rfind(' ') + 1));
  }
  return sum;
}

TEST_CASE("Every check is counted once, whoever looks meanwhile", "[threads]") {
  const TempDir dir;
  LogOptions options;
  options.path = dir.At("log");
  options.bytes = 20'000;  // moved on many times
  options.files = 1000;
  options.queue = 64;
  const auto monitor = std::make_shared<Monitor>(options);
  const std::vector policies = {WatchedPolicy(), OtherPolicy()};

  std::atomic<bool> done = false;
  std::thread scrapes([&] {
    for (uint64_t before = 0; !done;) {
      const uint64_t now = SumOf(monitor->Metrics(), "saring_checks_total");
      if (now < before) done = true;  // and the sums below are wrong
      before = now;
    }
  });
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int life = 0; life < 4; ++life) {  // of a scratch
        Watched watched(monitor, policies[0]);
        for (int i = 0; i < kRounds / 4; ++i) {
          if (i % 10 == t)
            watched.Use(policies[static_cast<size_t>(i / 10 % 2)]);
          watched.Query(i % 2 == 0 ? "baju bekas" : "baju baru");
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_FALSE(done.exchange(true));
  scrapes.join();

  constexpr uint64_t kChecks = kThreads * kRounds;
  REQUIRE(monitor->log()->Flush(std::chrono::milliseconds(60'000)));
  const std::string metrics = monitor->Metrics();
  CHECK(SumOf(metrics, "saring_checks_total") == kChecks);
  CHECK(SumOf(metrics, "saring_policy_checks_total") == kChecks);
  CHECK(SumOf(metrics, "saring_rules_fired_total") == kChecks / 2);
  const uint64_t logged = SumOf(metrics, "saring_log_records_total");
  CHECK(logged + SumOf(metrics, "saring_log_dropped_total") == kChecks / 2);
  size_t lines = 0;
  for (const auto& file : std::filesystem::directory_iterator(dir.path())) {
    CHECK(std::filesystem::file_size(file) <= options.bytes);
    std::istringstream in(ReadFile(file.path()));
    for (std::string line; std::getline(in, line); ++lines) {
      CHECK(nlohmann::json::accept(line));
    }
  }
  CHECK(lines == logged);
}

}  // namespace
}  // namespace saring
