// The nginx example follows its policy: every worker, without a restart.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/live.h"
#include "tests/nginx_server.h"
#include "tests/stub_cluster.h"

namespace saring {
namespace {

using nlohmann::json;

// Requests that all answer alike: that one of two workers had none of them has
// a chance of one in a billion, as each connection is given to one by chance.
constexpr int kEnough = 30;

class Shop {
 public:
  Shop() { WritePolicy(Hiding("baju", "1")); }

  void WritePolicy(const std::string& text) { dir_.Write("policy.yaml", text); }
  void SwitchOff(bool off) {
    dir_.Write("off", "");
    if (!off) unlink(dir_.At("off").c_str());
  }

  // Starts nginx, or starts it again.
  void Start() {
    nginx_.reset();
    nginx_ = std::make_unique<Nginx>(dir_, cluster_.port());
  }
  void Reload() { nginx_->Reload(); }
  // Whether nginx and each worker ended well.
  bool Stop() {
    return nginx_->Stop() == 0 &&
           ReadFile(dir_.At("error.log")).find("on signal") ==
               std::string::npos;
  }

  // Whether a search for `word` is held to be prohibited. `worker` is set to
  // who said so.
  bool Prohibits(const std::string& word, std::string* worker) {
    httplib::Request request;
    request.method = "POST";
    request.path = "/listings/_search";
    request.set_header("Content-Type", "application/json");
    request.body = json{{"query", {{"match", {{"title", word}}}}}}.dump();
    const httplib::Response response = nginx_->Send(request);
    REQUIRE(response.status == 200);
    *worker = response.get_header_value("X-Worker");
    const auto received = cluster_.Take();
    REQUIRE(received.size() == 1);
    return json::parse(received[0].body)["query"]["bool"].contains("filter");
  }

  // Whether both workers come to prohibit `word`, or to allow it, within 20
  // seconds.
  bool Comes(const std::string& word, bool prohibited) {
    std::set<std::string> workers;
    int alike = 0;
    for (int tries = 0; tries < 2000 && alike < kEnough; ++tries) {
      std::string worker;
      const bool right = Prohibits(word, &worker) == prohibited;
      alike = right ? alike + 1 : 0;
      if (right) workers.insert(worker);
      if (!right) usleep(10000);
    }
    return alike == kEnough && workers.size() == 2;
  }

  std::string error_log() const { return ReadFile(dir_.At("error.log")); }

 private:
  const TempDir dir_;
  StubCluster cluster_;
  std::unique_ptr<Nginx> nginx_;
};

TEST_CASE("Every worker follows the policy's file", "[nginx]") {
  Shop shop;
  shop.Start();
  CHECK(shop.Comes("baju", true));
  CHECK(shop.Comes("topi", false));
  shop.WritePolicy(Hiding("topi", "2"));
  CHECK(shop.Comes("topi", true));
  CHECK(shop.Comes("baju", false));
  CHECK(shop.Stop());
}

TEST_CASE("The off switch enforces nothing while it is there", "[nginx]") {
  Shop shop;
  shop.Start();
  CHECK(shop.Comes("baju", true));
  shop.SwitchOff(true);
  CHECK(shop.Comes("baju", false));
  shop.SwitchOff(false);
  CHECK(shop.Comes("baju", true));
}

TEST_CASE("A policy at fault leaves the last good one in force", "[nginx]") {
  Shop shop;
  shop.Start();
  CHECK(shop.error_log().find("refused") == std::string::npos);
  shop.WritePolicy(kAtFault);
  // When the switch has been seen, so has the file, which is looked at first.
  shop.SwitchOff(true);
  CHECK(shop.Comes("baju", false));
  shop.SwitchOff(false);
  CHECK(shop.Comes("baju", true));
  CHECK(Live::Eventually([&] {
    const std::string log = shop.error_log();
    return log.find("the policy is refused") != log.npos &&
           log.find("policy.yaml:6:") != log.npos;
  }));
  // After a restart too.
  CHECK(shop.Stop());
  shop.Start();
  CHECK(shop.Comes("baju", true));
  CHECK(shop.Comes("topi", false));
}

TEST_CASE("nginx may be reloaded, and follows the file still", "[nginx]") {
  Shop shop;
  shop.Start();
  CHECK(shop.Comes("baju", true));
  shop.Reload();
  CHECK(shop.Comes("baju", true));
  shop.Reload();
  shop.WritePolicy(Hiding("topi", "2"));
  CHECK(shop.Comes("topi", true));
  CHECK(shop.Stop());
}

TEST_CASE("Without a good policy nginx does not start", "[nginx]") {
  Shop shop;
  shop.WritePolicy(kAtFault);
  CHECK_THROWS_WITH(shop.Start(), Catch::Contains("policy.yaml:6:21"));
}

}  // namespace
}  // namespace saring
