// Intercepting a query: what it gets, what the host is told, what passes
// through.

#include <saring/xapian.h>

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "tests/xapian_catalogue.h"

namespace saring {
namespace {

using xapian::Demotion;
using xapian::Interception;
using xapian::Interceptor;
using xapian::Order;

struct AnswerCase {
  const char* why;
  const char* query;
  saring_action action;
  saring_answer answer;
  const char* parsed;  // nullptr: parse is not called
  const char* rule;    // the deciding one, or ""
  const char* notice;
  DocIds found;  // in a shop where document 10, "jaket bekas", has no tags
};

const AnswerCase kAnswers[] = {
    {"innocent",
     "kaos merah",
     SARING_SHOW,
     SARING_CLEAN,
     "kaos merah",
     "",
     "",
     {5, 3, 8}},
    {"innocent: no garment",
     "krim bekas",
     SARING_SHOW,
     SARING_CLEAN,
     "krim bekas",
     "",
     "",
     {6, 10}},
    {"an untagged listing is left to an innocent query",
     "jaket",
     SARING_SHOW,
     SARING_CLEAN,
     "jaket",
     "",
     "",
     {7, 10, 3, 1}},
    {"a demoted query runs, with its notice",
     "thrift",
     SARING_DEMOTE,
     SARING_CLEAN,
     "thrift",
     "thrift",
     "Periksa asalnya.",
     {1}},
    {"review changes nothing",
     "stiker jaket",
     SARING_REVIEW,
     SARING_CLEAN,
     "stiker jaket",
     "sticker",
     "",
     {7, 10, 3, 1}},
    {"clean: runs as typed",
     "balpres jaket",
     SARING_HIDE,
     SARING_CLEAN,
     "balpres jaket",
     "bale",
     "",
     {7, 3, 1}},
    {"without: runs without the words of a list",
     "jaket bekas merah",
     SARING_HIDE,
     SARING_WITHOUT,
     "jaket merah",
     "used-fashion",
     "Pakaian bekas dilarang.",
     {3, 5, 7, 8, 1}},
    {"without, and no word left",
     "karungan",
     SARING_HIDE,
     SARING_EMPTY,
     nullptr,
     "sack",
     "",
     {}},
    {"without, and punctuation left",
     "  karungan, KARUNGAN!! \xc2\xa0\xe2\x80\x8b",
     SARING_HIDE,
     SARING_EMPTY,
     nullptr,
     "sack",
     "",
     {}},
    {"empty: does not run",
     "selundupan jaket",
     SARING_HIDE,
     SARING_EMPTY,
     nullptr,
     "smuggled",
     "",
     {}},
    {"of several rules the first of the most severe decides",
     "thrift balpres jaket second",
     SARING_HIDE,
     SARING_WITHOUT,
     "thrift balpres jaket",
     "used-fashion",
     "Pakaian bekas dilarang.",
     {7, 3, 1}},
};

TEST_CASE("A query gets the answer that its rules choose", "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  AddTitles(kShop, policy.get(), &db);
  db.add_document(MakeDocument("jaket bekas"));
  Interceptor interceptor(policy.get());

  for (const AnswerCase& c : kAnswers) {
    DYNAMIC_SECTION(c.why) {
      std::vector<std::string> parsed;
      const Interception i = interceptor.Intercept(
          c.query,
          [&](const std::string& text) {
            parsed.push_back(text);
            return ParseAny(text);
          },
          db);
      CHECK(i.action == c.action);
      CHECK(i.answer == c.answer);
      REQUIRE(parsed.size() == (c.parsed == nullptr ? 0 : 1));
      if (c.parsed != nullptr) {
        CHECK(Words(parsed[0]) == Words(c.parsed));
        CHECK(i.text == parsed[0]);
      } else {
        CHECK(i.text.empty());
        CHECK(i.query.empty());
      }
      CHECK((i.rules.empty() ? "" : i.rules[0].id) == c.rule);
      CHECK(i.notice == c.notice);
      CHECK(Search(db, i) == c.found);
    }
  }
}

TEST_CASE("An empty query stays empty", "[xapian]") {
  const xapian::Tags tags;
  const Order by_price = {Demotion::kStrict, kPriceSlot, false};
  CHECK(ApplyTags(Xapian::Query(), tags).empty());
  CHECK(ApplyTags(Xapian::Query(), tags, by_price).empty());
  const Policy policy = MakePolicy();
  Interceptor interceptor(policy.get());
  const Xapian::WritableDatabase db = InMemory();
  const auto nothing = [](const std::string&) { return Xapian::Query(); };
  CHECK(interceptor.Intercept("balpres", nothing, db).query.empty());
}

TEST_CASE("What a host's parser throws passes through", "[xapian]") {
  const Policy policy = MakePolicy();
  Interceptor interceptor(policy.get());
  const Xapian::WritableDatabase db = InMemory();
  const auto broken = [](const std::string&) -> Xapian::Query {
    throw Xapian::QueryParserError("unbalanced");
  };
  CHECK_THROWS_AS(interceptor.Intercept("jaket", broken, db),
                  Xapian::QueryParserError);
  CHECK(interceptor.Intercept("jaket", ParseAny, db).text == "jaket");
}

TEST_CASE("Threads share a policy", "[xapian][threads]") {
  const Policy policy = MakePolicy();
  const TempDir dir;
  const std::string path = dir.At("db");
  {
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
    AddTitles(kShop, policy.get(), &db);
    xapian::WriteManifest(policy.get(), &db);
  }
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&count, &policy, &path] {
      const Xapian::Database db(path);
      Interceptor interceptor(policy.get());
      for (int i = 0; i < 200; ++i) {
        const Interception search =
            interceptor.Intercept("jaket bekas", ParseAny, db);
        count += search.stale || Search(db, search) != DocIds{7, 3, 1};
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4));
}

}  // namespace
}  // namespace saring
