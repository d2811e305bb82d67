// What a monitor tells of rules in shadow, of reviewers and of budgets.

#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "plugin/engine/load.h"
#include "tests/run_program.h"
#include "tests/temp_dir.h"
#include "tests/watched.h"

namespace saring {
namespace {

using nlohmann::json;

constexpr std::string_view kPolicy = R"(saring: 1
policy: rollout
revision: "1"
overrides: reviewed.tsv
budget: {text: 40, beyond: {listing: closed}}
lists:
  fashion: {noun: true, terms: [baju, kaos]}
  used: {terms: [bekas]}
  thrift: {terms: [thrift]}
rules:
  - {id: used, needs: [fashion, used], action: hide, hits: [baju bekas],
     misses: [baju, bekas]}
  - {id: tried, needs: [thrift], mode: shadow, action: demote, hits: [thrift],
     misses: [baju, bekas]}
)";

constexpr char kReviewed[] =
    "id\taction\treason\n"
    "1\tshow\tfoto baru, WA 0812\n"
    "2\thide\tdijual tanpa izin\n";

class Shop {
 public:
  Shop() {
    dir_.Write("reviewed.tsv", kReviewed);
    std::string faults;
    auto policy =
        LoadRuleset(dir_.Write("p.yaml", std::string(kPolicy)), &faults);
    INFO(faults);
    REQUIRE(policy != nullptr);
    LogOptions options;
    options.path = dir_.At("log");
    monitor_ = std::make_shared<Monitor>(options);
    watched_ = std::make_unique<Watched>(monitor_, std::move(policy));
  }

  void Offer(const std::string& id, const std::string& title) {
    watched_->Offer({Asked::kListing, {.title = title, .id = id}, id, {}});
  }

  std::vector<json> Log() {
    REQUIRE(monitor_->log()->Flush(std::chrono::seconds(60)));
    std::vector<json> lines;
    std::istringstream in(ReadFile(dir_.At("log")));
    for (std::string line; std::getline(in, line);) {
      lines.push_back(json::parse(line));
    }
    return lines;
  }

  std::string Metrics() const { return monitor_->Metrics(); }

 private:
  const TempDir dir_;
  std::shared_ptr<Monitor> monitor_;
  std::unique_ptr<Watched> watched_;
};

TEST_CASE("A rule in shadow is logged and counted, and changes nothing",
          "[monitor]") {
  Shop shop;
  shop.Offer("9", "kaos thrift");
  shop.Offer("9", "kaos");  // nothing at all: not logged
  const std::vector<json> log = shop.Log();
  REQUIRE(log.size() == 1);
  CHECK(log[0]["action"] == "show");
  CHECK(log[0]["rules"].empty());
  CHECK(log[0]["shadow"] ==
        json::parse(R"([{"id":"tried","action":"demote","softened":false}])"));
  CHECK_FALSE(log[0].contains("statement"));
  CHECK_THAT(shop.Metrics(),
             Catch::Contains("saring_rules_shadow_total{rule=\"tried\","
                             "action=\"demote\"} 1\n"));
  CHECK_THAT(shop.Metrics(),
             !Catch::Contains("saring_rules_fired_total{rule=\"tried\""));
}

TEST_CASE("A reviewer's word is logged with its reason, as nobody's rule",
          "[monitor]") {
  Shop shop;
  shop.Offer("1", "baju bekas");  // shown after all: `used` is in shadow for it
  shop.Offer("2", "kaos");        // hidden, although no rule says so
  shop.Offer("3", "baju bekas");  // nobody's word: the rule decides
  const std::vector<json> log = shop.Log();
  REQUIRE(log.size() == 3);
  CHECK(log[0]["action"] == "show");
  CHECK(log[0]["override_reason"] == "foto baru, WA ####");
  CHECK(log[0]["shadow"][0]["id"] == "used");
  CHECK(log[1]["action"] == "hide");
  CHECK(log[1]["override_reason"] == "dijual tanpa izin");
  CHECK_FALSE(log[1].contains("statement"));
  CHECK(log[2]["action"] == "hide");
  CHECK_FALSE(log[2].contains("override_reason"));
  CHECK(log[2].contains("statement"));
  CHECK_THAT(shop.Metrics(), Catch::Contains("saring_overridden_total 2\n"));
}

TEST_CASE("What a budget hides has no statement", "[monitor]") {
  Shop shop;
  shop.Offer("9", "kaos " + std::string(100, 'x'));
  const std::vector<json> log = shop.Log();
  REQUIRE(log.size() == 1);
  CHECK(log[0]["action"] == "hide");
  CHECK(log[0]["rules"].empty());
  CHECK_FALSE(log[0].contains("statement"));
  CHECK_THAT(
      shop.Metrics(),
      Catch::Contains("saring_budget_overruns_total{budget=\"text\"} 1\n"));
}

}  // namespace
}  // namespace saring
