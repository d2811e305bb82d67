// The adapter over stock xapian-tcpsrv shards: the same answers as over the
// same shards on this machine, and a clear failure without one of them.

#include <saring/xapian.h>

#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/xapian_catalogue.h"
#include "tests/xapian_servers.h"

namespace saring {
namespace {

using xapian::CheckFreshness;
using xapian::Demotion;
using xapian::Freshness;
using xapian::Interception;
using xapian::Interceptor;
using xapian::Order;
using xapian::WriteManifest;

// Two shards on disk, listing i in shard (i-1) mod 2, and their servers. A
// tenth of the listings was never tagged.
class Shards {
 public:
  Shards(const saring_policy* policy, unsigned seed)
      : first_path_(dir_.At("1")), second_path_(dir_.At("2")) {
    std::mt19937 rng(seed);
    std::vector<std::string> odd(200), even(200);
    for (std::string& title : odd) title = RandomWords(&rng, 8);
    for (std::string& title : even) title = RandomWords(&rng, 8);
    Fill(first_path_, policy, odd);
    Fill(second_path_, policy, even);
    first_.emplace(first_path_);
    second_.emplace(second_path_);
  }

  Xapian::Database Local() const {
    Xapian::Database both(first_path_);
    both.add_database(Xapian::Database(second_path_));
    return both;
  }

  Xapian::Database Remote() const {
    Xapian::Database both = first_->Open();
    both.add_database(second_->Open());
    return both;
  }

  // Both through a stub file, as stock programs open them.
  Xapian::Database Stub() const {
    std::string lines;
    for (const XapianServer* server : {&*first_, &*second_}) {
      lines += "remote 127.0.0.1:" + std::to_string(server->port()) + "\n";
    }
    return Xapian::Database(dir_.Write("stub", lines), Xapian::DB_BACKEND_STUB);
  }

  void WriteManifestOfSecond(const saring_policy* policy) const {
    Xapian::WritableDatabase db(second_path_, Xapian::DB_OPEN);
    WriteManifest(policy, &db);
    db.commit();
  }

  void KillSecond() { second_->Stop(); }

 private:
  static void Fill(const std::string& path, const saring_policy* policy,
                   const std::vector<std::string>& titles) {
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
    AddTitles(titles, policy, &db);
    for (size_t i = 0; i < titles.size() / 10; ++i) {
      db.add_document(MakeDocument(titles[i]));
    }
    WriteManifest(policy, &db);
    db.commit();
  }

  TempDir dir_;
  std::string first_path_, second_path_;
  std::optional<XapianServer> first_, second_;
};

// Not the percentages: under a sort by value Xapian counts them from the best
// hit that a shard sent, which need not be the best there is.
std::vector<std::pair<Xapian::docid, double>> WeightsOf(
    const Xapian::MSet& hits) {
  std::vector<std::pair<Xapian::docid, double>> weights;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    weights.emplace_back(*hit, hit.get_weight());
  }
  return weights;
}

TEST_CASE("Remote shards answer as local ones do", "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const unsigned seed = GENERATE(range(0u, 4u));
  const Shards shards(policy.get(), seed);
  const Xapian::Database local = shards.Local();
  const Xapian::Database remote = seed % 2 ? shards.Remote() : shards.Stub();
  Interceptor interceptor(policy.get());
  std::mt19937 rng(seed);

  const Order orders[] = {{Demotion::kStrict},
                          {Demotion::kBySlot},
                          {Demotion::kStrict, kPriceSlot, false},
                          {Demotion::kStrict, kPriceSlot, true}};
  size_t found = 0;
  for (int i = 0; i < 60; ++i) {
    const std::string text = i == 0 ? "" : RandomWords(&rng, 4);
    const Order& order = orders[rng() % 4];
    const auto parse = rng() % 2 ? ParseAny : ParseAll;
    const Xapian::doccount first = rng() % 3 * 7;
    CAPTURE(seed, text, order.demotion, order.sort_slot, first);
    const Interception here = interceptor.Intercept(text, parse, local, order);
    const Interception there =
        interceptor.Intercept(text, parse, remote, order);
    CHECK_FALSE(here.stale);
    CHECK_FALSE(there.stale);

    const Xapian::doccount all = local.get_doccount();
    const Xapian::MSet expected = Run(local, here, first, 20, all);
    const Xapian::MSet actual = Run(remote, there, first, 20, all);
    CHECK(WeightsOf(actual) == WeightsOf(expected));
    CHECK(actual.get_matches_estimated() == expected.get_matches_estimated());
    CHECK(Search(remote, there) == Search(local, here));
    found += expected.size();
  }
  CHECK(found > 100);
}

TEST_CASE("Freshness is that of every remote shard", "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const Policy other = MakePolicy({AllRules()[0]});
  const Shards shards(policy.get(), 0);
  for (Xapian::Database db : {shards.Local(), shards.Remote(), shards.Stub()}) {
    CHECK(CheckFreshness(policy.get(), db) == Freshness::kCurrent);
    CHECK(CheckFreshness(other.get(), db) == Freshness::kStale);
  }
  Xapian::Database opened_before = shards.Remote();
  shards.WriteManifestOfSecond(other.get());
  for (Xapian::Database db : {shards.Local(), shards.Remote(), shards.Stub()}) {
    CHECK(CheckFreshness(policy.get(), db) == Freshness::kStale);
    CHECK(CheckFreshness(other.get(), db) == Freshness::kStale);
  }
  CHECK(CheckFreshness(policy.get(), opened_before) == Freshness::kCurrent);
  opened_before.reopen();
  CHECK(CheckFreshness(policy.get(), opened_before) == Freshness::kStale);
}

TEST_CASE("A dead shard is an error and not fewer results",
          "[xapian][remote]") {
  const Policy policy = MakePolicy();
  Shards shards(policy.get(), 1);
  const Xapian::Database before = shards.Remote();
  Interceptor interceptor(policy.get());
  const Interception search =
      interceptor.Intercept("jaket merah", ParseAny, before);
  CHECK(!Search(before, search).empty());

  shards.KillSecond();
  CHECK_THROWS_AS(Search(before, search), Xapian::NetworkError);
  CHECK_THROWS_AS(interceptor.Intercept("jaket", ParseAny, before),
                  Xapian::NetworkError);
  CHECK_THROWS_AS(CheckFreshness(policy.get(), before), Xapian::NetworkError);
  CHECK_THROWS_AS(shards.Remote(), Xapian::NetworkError);
  CHECK_THROWS_AS(shards.Stub(), Xapian::NetworkError);
  CHECK(!Search(shards.Local(), search).empty());
}

}  // namespace
}  // namespace saring
