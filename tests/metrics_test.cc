// What is counted, and the text that Prometheus gets.

#include "plugin/monitor/metrics.h"

#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "plugin/monitor/exposition.h"
#include "tests/run_program.h"
#include "tests/slow_clock.h"
#include "tests/watched.h"

namespace saring {
namespace {

// The samples of a text, "name{labels}" to value; comments left out.
std::map<std::string, std::string> Samples(const std::string& text) {
  std::map<std::string, std::string> samples;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    const size_t space = line.rfind(' ');
    REQUIRE(space != std::string::npos);
    const auto [at, is_new] =
        samples.emplace(line.substr(0, space), line.substr(space + 1));
    CAPTURE(line);
    CHECK(is_new);  // a sample that is there twice is refused
  }
  return samples;
}

std::string Value(const Monitor& monitor, const std::string& sample) {
  const auto samples = Samples(monitor.Metrics());
  const auto at = samples.find(sample);
  return at == samples.end() ? "none" : at->second;
}

std::string Checks(const Monitor& monitor, const std::string& kind,
                   const std::string& action) {
  return Value(monitor, "saring_checks_total{kind=\"" + kind + "\",action=\"" +
                            action + "\"}");
}

std::string Fired(const Monitor& monitor, const std::string& rule,
                  const std::string& action) {
  return Value(monitor, "saring_rules_fired_total{rule=\"" + rule +
                            "\",action=\"" + action + "\"}");
}

TEST_CASE("Checks are counted by kind, action, rule and step", "[monitor]") {
  const auto monitor = std::make_shared<Monitor>(std::nullopt);
  Watched one(monitor, WatchedPolicy());
  Watched other(monitor, WatchedPolicy());
  one.Query("baju bekas");
  one.Query("baju baru");
  one.Offer("baju b3kas");
  other.Offer("baju bekas pribadi");
  other.Offer("baju lungsuran");
  other.Offer("baju");
  CHECK(Checks(*monitor, "query", "hide") == "1");
  CHECK(Checks(*monitor, "query", "show") == "1");
  CHECK(Checks(*monitor, "query", "demote") == "0");
  CHECK(Checks(*monitor, "listing", "hide") == "1");
  CHECK(Checks(*monitor, "listing", "demote") == "2");
  CHECK(Checks(*monitor, "listing", "show") == "1");
  CHECK(Fired(*monitor, "used-fashion", "hide") == "2");
  CHECK(Fired(*monitor, "used-fashion", "demote") == "1");
  CHECK(Fired(*monitor, "worn-fashion", "demote") == "1");
  CHECK(Fired(*monitor, "worn-fashion", "hide") == "none");
  CHECK(Value(*monitor, "saring_evidence_total{step=\"digits for letters\"}") ==
        "1");
  CHECK(Value(*monitor, "saring_evidence_total{step=\"as written\"}") == "8");
}

TEST_CASE("What a scratch counted outlives it", "[monitor]") {
  const auto monitor = std::make_shared<Monitor>(std::nullopt);
  for (int i = 0; i < 3; ++i) {
    Watched(monitor, WatchedPolicy()).Query("baju bekas");
  }
  CHECK(Checks(*monitor, "query", "hide") == "3");
  CHECK(Fired(*monitor, "used-fashion", "hide") == "3");
  // The policy is still told of, as the last there was.
  CHECK_THAT(monitor->Metrics(),
             Catch::Contains("saring_policy_info{policy=\"watched\""));
}

TEST_CASE("Counts go on over an exchange of policies", "[monitor]") {
  const auto monitor = std::make_shared<Monitor>(std::nullopt);
  const auto old_one = WatchedPolicy();
  std::string yaml(kWatchedPolicy);
  yaml.replace(yaml.find("\"7\""), 3, "\"8\"");
  yaml.replace(yaml.find("worn-fashion"), 12, "hand-me-down");
  const auto new_one = WatchedPolicy(yaml);
  Watched watched(monitor, old_one);
  watched.Query("baju bekas");
  watched.Query("baju lungsuran");
  watched.Use(new_one);
  watched.Query("baju bekas");
  watched.Query("baju lungsuran");
  watched.Query("baju");
  CHECK(Fired(*monitor, "used-fashion", "hide") == "2");
  CHECK(Fired(*monitor, "worn-fashion", "demote") == "1");
  CHECK(Fired(*monitor, "hand-me-down", "demote") == "1");
  const auto name = [](const Ruleset& policy) {
    return "{policy=\"watched\",revision=\"" + policy.revision +
           "\",fingerprint=\"" + policy.fingerprint + "\"}";
  };
  CHECK(Value(*monitor, "saring_policy_checks_total" + name(*old_one)) == "2");
  CHECK(Value(*monitor, "saring_policy_checks_total" + name(*new_one)) == "3");
  CHECK(Value(*monitor, "saring_policy_info" + name(*old_one)) == "none");
  CHECK(Value(*monitor, "saring_policy_info" + name(*new_one)) == "1");
}

TEST_CASE("A cut text and reloads are counted", "[monitor]") {
  const auto monitor = std::make_shared<Monitor>(std::nullopt);
  Watched watched(monitor, WatchedPolicy());
  watched.Query(std::string(kMaxText + 1, 'a'));
  watched.Query("a");
  monitor->CountReload(true);
  monitor->CountReload(true);
  monitor->CountReload(false);
  CHECK(Value(*monitor, "saring_budget_overruns_total{budget=\"text\"}") ==
        "1");
  CHECK(Value(*monitor, "saring_policy_reloads_total{result=\"good\"}") == "2");
  CHECK(Value(*monitor, "saring_policy_reloads_total{result=\"bad\"}") == "1");
}

TEST_CASE("Checks that had no time are counted apart from cut texts",
          "[monitor]") {
  const auto monitor = std::make_shared<Monitor>(std::nullopt);
  std::string yaml(kWatchedPolicy);
  yaml.insert(yaml.find("law:"), "budget: {time: 0.5 ms, text: 20}\n");
  Watched watched(monitor, WatchedPolicy(yaml));
  watched.UseClock(SlowClock);
  watched.Offer({Asked::kListing, {.title = "kaos", .description = "second"}});
  watched.Offer({Asked::kListing, {.title = "baju", .description = "bekas"}});
  watched.Offer("baju");  // there was no time for nothing
  watched.Offer("baju merah muda ukuran besar");
  CHECK(Value(*monitor, "saring_budget_overruns_total{budget=\"time\"}") ==
        "2");
  CHECK(Value(*monitor, "saring_budget_overruns_total{budget=\"text\"}") ==
        "1");
}

TEST_CASE("About one check in 64 is timed", "[monitor]") {
  const auto monitor = std::make_shared<Monitor>(std::nullopt);
  Watched watched(monitor, WatchedPolicy());
  for (int i = 0; i < 64'000; ++i) watched.Query("baju bekas");
  const std::string count =
      Value(*monitor, "saring_check_duration_seconds_count{kind=\"query\"}");
  CHECK(std::stoi(count) > 900);
  CHECK(std::stoi(count) < 1100);
  CHECK(Value(*monitor,
              "saring_check_duration_seconds_bucket{kind=\"query\","
              "le=\"+Inf\"}") == count);
  CHECK(Value(*monitor,
              "saring_check_duration_seconds_count{kind=\"listing\"}") == "0");
}

struct BucketCase {
  const char* why;
  uint64_t nanoseconds;
  size_t bucket;
};

const BucketCase kBuckets[] = {
    {"nothing", 0, 0},
    {"a bound belongs to its bucket", 250, 0},
    {"one more does not", 251, 1},
    {"the last bound", 100'000'000, kLatencyBuckets - 2},
    {"beyond it", 100'000'001, kLatencyBuckets - 1},
    {"an hour", 3'600'000'000'000, kLatencyBuckets - 1},
};

TEST_CASE("A time falls in the bucket that holds it", "[monitor]") {
  for (const BucketCase& c : kBuckets) {
    DYNAMIC_SECTION(c.why) {
      CHECK(LatencyBucketOf(c.nanoseconds) == c.bucket);
    }
  }
}

TEST_CASE("Buckets add up, and so does the sum", "[monitor]") {
  Measured measured;
  measured.totals.latency[0].counts[0] = 2;
  measured.totals.latency[0].counts[1] = 3;
  measured.totals.latency[0].counts[kLatencyBuckets - 1] = 1;
  measured.totals.latency[0].nanoseconds = 1'500'000'000;
  const auto samples = Samples(MetricsText(measured));
  const std::string name = "saring_check_duration_seconds";
  CHECK(samples.at(name + "_bucket{kind=\"query\",le=\"0.00000025\"}") == "2");
  CHECK(samples.at(name + "_bucket{kind=\"query\",le=\"0.0000005\"}") == "5");
  CHECK(samples.at(name + "_bucket{kind=\"query\",le=\"0.1\"}") == "5");
  CHECK(samples.at(name + "_bucket{kind=\"query\",le=\"+Inf\"}") == "6");
  CHECK(samples.at(name + "_count{kind=\"query\"}") == "6");
  CHECK(samples.at(name + "_sum{kind=\"query\"}") == "1.5");
}

TEST_CASE("However many names there are, so many are kept", "[monitor]") {
  Totals totals;
  for (size_t i = 0; i < Totals::kMostRules + 10; ++i) {
    totals.AddRule({"rule-" + std::to_string(i), Action::kHide}, 1,
                   &totals.rules);
  }
  for (size_t i = 0; i < Totals::kMostPolicies + 10; ++i) {
    totals.AddPolicy({"p", std::to_string(i), ""}, 2);
  }
  totals.AddRule({"rule-0", Action::kHide}, 5,
                 &totals.rules);  // still has its own
  CHECK(totals.rules.size() == Totals::kMostRules + 1);
  CHECK(totals.rules.at({"rule-0", Action::kHide}) == 6);
  CHECK(totals.rules.at({"_other", Action::kHide}) == 10);
  CHECK(totals.policies.size() == Totals::kMostPolicies + 1);
  CHECK(totals.policies.at({"_other", "", ""}) == 20);
}

struct TextCase {
  const char* why;
  std::string value;
  const char* written;
};

const TextCase kTexts[] = {
    {"a quote", "a\"b", "a\\\"b"},
    {"a backslash", "a\\b", "a\\\\b"},
    {"a line end", "a\nb", "a\\nb"},
    {"a backslash before an n", "a\\nb", "a\\\\nb"},
    {"bytes that are not UTF-8", "\xff", "\ufffd"},
    {"a character that is cut", "\xe2\x80", "\ufffd"},

    {"plain text", "used-fashion", "used-fashion"},
    {"letters beyond ASCII", "caf\u00e9", "caf\u00e9"},
    {"a carriage return and a tab", "\r\t", "\r\t"},
    {"braces, commas and hashes", "{a=1},#", "{a=1},#"},
    {"nothing", "", ""},
};

TEST_CASE("Label values are written so that they can be read", "[monitor]") {
  for (const TextCase& c : kTexts) {
    DYNAMIC_SECTION(c.why) {
      Exposition out;
      out.Begin("n_total", Exposition::Type::kCounter, "a \\ b\n\"c\"");
      const Label label = {"l", c.value};
      out.Add({&label, 1}, 1);
      CHECK(out.text() ==
            "# HELP n_total a \\\\ b\\n\"c\"\n# TYPE n_total counter\n"
            "n_total{l=\"" +
                std::string(c.written) + "\"} 1\n");
    }
  }
}

#ifdef SARING_PYTHON
TEST_CASE("Prometheus' own parser reads what is written", "[monitor]") {
  const TempDir dir;
  Measured measured;
  measured.log.emplace(DecisionLog::Counts{1, 2, 3});
  measured.totals.checks[0][3] = 12345678901;
  measured.totals.latency[0].counts[2] = 5;
  measured.totals.latency[0].nanoseconds = 2'500;
  const std::string odd = "a\"b\\c\nd, {e=\"f\"} \u00e9 \\n";
  measured.in_use.insert({"p", odd, "0"});
  measured.totals.AddRule({"used-fashion", Action::kDemote}, 7,
                          &measured.totals.rules);
  const Program program = {
      {SARING_PYTHON, SARING_SOURCE_DIR "/tests/prometheus_samples.py",
       dir.Write("metrics", MetricsText(measured))},
      "/dev/null",
      dir.At("out"),
      dir.At("err")};
  REQUIRE(WaitForProgram(StartProgram(program)).exit_code == 0);
  const auto families = nlohmann::json::parse(ReadFile(dir.At("out")));
  CHECK(families.size() == 14);
  for (const auto& [name, family] : families.items()) {
    CAPTURE(name);
    CHECK_FALSE(family["help"].get<std::string>().empty());
    CHECK(family["type"] != "untyped");
  }
  CHECK(families["saring_checks"]["samples"][3]["value"] == 12345678901);
  CHECK(families["saring_policy_info"]["samples"][0]["labels"]["revision"] ==
        odd);
  const auto& latency = families["saring_check_duration_seconds"];
  CHECK(latency["type"] == "histogram");
  CHECK(latency["samples"].size() == 2 * (kLatencyBuckets + 2));
  CHECK(latency["samples"][kLatencyBuckets]["value"] == 0.0000025);
}
#endif

TEST_CASE("Seconds are exact and short", "[monitor]") {
  CHECK(SecondsText(0) == "0");
  CHECK(SecondsText(1) == "0.000000001");
  CHECK(SecondsText(250) == "0.00000025");
  CHECK(SecondsText(1'000'000'000) == "1");
  CHECK(SecondsText(10'200'000'000) == "10.2");
}

}  // namespace
}  // namespace saring
