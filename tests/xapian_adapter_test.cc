// Rewritten queries: what they find, in which order, on which page.

#include <saring/xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/xapian_catalogue.h"

namespace saring {
namespace {

using xapian::Demotion;
using xapian::Interception;
using xapian::Order;

struct SearchCase {
  const char* why;
  const char* query;
  DocIds plain;
  DocIds found;
};

const SearchCase kSearches[] = {
    {"used garments are gone, thrift comes last though it matches best",
     "jaket",
     {1, 2, 7, 3, 4},
     {7, 3, 1}},
    {"hide beats demote", "thrift", {1, 4}, {1}},
    {"a listing under review stays where it is", "stiker", {7}, {7}},
    {"a used thing that is no garment stays", "krim", {6}, {6}},
    {"ordinary hits keep their order", "merah pria", {3, 5, 8}, {3, 5, 8}},
    {"a demoted hit of two words stands after one of one word",
     "preloved merah",
     {8, 5, 3},
     {5, 3, 8}},
    {"only prohibited listings match", "selundupan", {9}, {}},
    {"no listing matches", "tas", {}, {}},
    {"nothing typed shows the shop, but neither manifest nor hidden listings",
     "",
     {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
     {3, 5, 6, 7, 1, 8}},
};

Interception Rewritten(const Xapian::Query& query, const Order& order) {
  Interception search;
  search.order = order;
  search.query = ApplyTags(query, search.tags, order);
  return search;
}

TEST_CASE("A search finds nothing hidden and demoted listings last",
          "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  AddTitles(kShop, policy.get(), &db);
  xapian::WriteManifest(policy.get(), &db);

  for (const SearchCase& c : kSearches) {
    for (const Demotion demotion : {Demotion::kStrict, Demotion::kBySlot}) {
      DYNAMIC_SECTION(c.why
                      << (demotion == Demotion::kStrict ? "" : " (slot)")) {
        CHECK(PlainSearch(db, ParseAny(c.query)) == c.plain);
        CHECK(Search(db, Rewritten(ParseAny(c.query), {demotion})) == c.found);
      }
    }
  }
}

// The same, said slowly: what is not hidden, ordinary before demoted, each half
// in the order of the plain search.
DocIds Expected(const Xapian::Database& db, const Xapian::Query& query) {
  using Xapian::Query;
  const xapian::Tags tags;
  const Query shown(Query::OP_AND_NOT, query, Query(tags.Hide()));
  DocIds ids =
      PlainSearch(db, Query(Query::OP_AND_NOT, shown, Query(tags.Demote())));
  for (const Xapian::docid id :
       PlainSearch(db, Query(Query::OP_FILTER, shown, Query(tags.Demote())))) {
    ids.push_back(id);
  }
  return ids;
}

TEST_CASE("Pages of any size are one list, and counts are exact", "[xapian]") {
  const unsigned seed = GENERATE(range(0u, 60u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  std::vector<std::string> titles(1 + rng() % 120);
  for (std::string& title : titles) title = RandomWords(&rng, 7);
  AddTitles(titles, policy.get(), &db);
  xapian::WriteManifest(policy.get(), &db);

  const Demotion demotion =
      seed % 3 == 0 ? Demotion::kBySlot : Demotion::kStrict;
  const std::string text = RandomWords(&rng, 4);
  CAPTURE(text);
  const Xapian::Query plain = seed % 2 == 0 ? ParseAny(text) : ParseAll(text);
  const Interception search = Rewritten(plain, {demotion});
  const DocIds expected = Expected(db, plain);

  const Xapian::doccount size = 1 + rng() % 9;
  DocIds pages;
  for (Xapian::doccount first = 0; first <= expected.size(); first += size) {
    const Xapian::MSet page = Run(db, search, first, size, db.get_doccount());
    CHECK(page.get_matches_lower_bound() == expected.size());
    CHECK(page.get_matches_estimated() == expected.size());
    CHECK(page.get_matches_upper_bound() == expected.size());
    const DocIds ids = IdsOf(page);
    pages.insert(pages.end(), ids.begin(), ids.end());
  }
  CHECK(pages == expected);
}

TEST_CASE("Demoted listings follow all others under a sort by price",
          "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  AddTitles(kShop, policy.get(), &db);
  const Xapian::Query merah = ParseAny("merah jaket");

  const Demotion demotion = GENERATE(Demotion::kStrict, Demotion::kBySlot);
  CHECK(Search(db, Rewritten(merah, {demotion, kPriceSlot, false})) ==
        DocIds{3, 5, 7, 1, 8});
  CHECK(Search(db, Rewritten(merah, {demotion, kPriceSlot, true})) ==
        DocIds{7, 5, 3, 8, 1});
}

TEST_CASE("Demotion by slot keeps weights, percentages and cut-offs by weight",
          "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  AddTitles(kShop, policy.get(), &db);
  const xapian::Tags tags;
  const Xapian::Query shown(Xapian::Query::OP_AND_NOT, ParseAny("jaket"),
                            Xapian::Query(tags.Hide()));
  Xapian::Enquire plain(db);
  plain.set_query(shown);
  const Xapian::MSet expected = plain.get_mset(0, 10);

  const Interception search = Rewritten(ParseAny("jaket"), {Demotion::kBySlot});
  const Xapian::MSet actual = Run(db, search, 0, 10);
  const DocIds ids = IdsOf(expected);
  REQUIRE(actual.size() == ids.size());
  for (auto hit = actual.begin(); hit != actual.end(); ++hit) {
    const auto at = std::find(ids.begin(), ids.end(), *hit) - ids.begin();
    CHECK(hit.get_weight() == expected[at].get_weight());
    CHECK(hit.get_percent() == expected[at].get_percent());
  }

  // Document 1 is demoted and weighs most.
  Xapian::Enquire enquire(db);
  enquire.set_query(search.query);
  search.ApplyOrder(&enquire);
  enquire.set_cutoff(0, expected[0].get_weight() / 2);
  CHECK(IdsOf(enquire.get_mset(0, 10)).back() == 1);
  enquire.set_cutoff(50);
  CHECK_THROWS_AS(enquire.get_mset(0, 10), Xapian::UnimplementedError);
}

}  // namespace
}  // namespace saring
