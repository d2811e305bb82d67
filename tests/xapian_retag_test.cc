// Re-tagging: an index ends as if the policy of today had tagged it from the
// start, whatever it was before and wherever a run was broken off.

#include <saring/xapian_retag.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/xapian_index.h"

namespace saring {
namespace {

using xapian::Interception;
using xapian::Interceptor;
using xapian::PreviewRetag;
using xapian::Retagger;
using xapian::RetagReport;
using xapian::Tags;

struct Figures {
  uint64_t documents, written, new_tagged, hidden, demoted, released;
  bool operator==(const Figures&) const = default;
};

Figures FiguresOf(const RetagReport& report) {
  return {report.documents,       report.written,
          report.new_tagged,      report.changes.hidden,
          report.changes.demoted, report.changes.released};
}

struct ChangeCase {
  const char* why;
  bool tagged;                       // by the older policy, or by none
  std::vector<size_t> older, today;  // rules
  const char* title;
  Figures figures;
};

const ChangeCase kChangeCases[] = {
    {"an ordinary listing stays so",
     true,
     {0},
     {0, 4},
     "kaos merah",
     {1, 0, 0, 0, 0, 0}},
    {"a hidden one stays so",
     true,
     {0},
     {0, 4},
     "kaos bekas",
     {1, 0, 0, 0, 0, 0}},
    {"a demoted one stays so",
     true,
     {4},
     {0, 4},
     "kaos thrift",
     {1, 0, 0, 0, 0, 0}},
    {"ordinary, and now for review: no search shows it otherwise",
     true,
     {0},
     {6},
     "kaos stiker",
     {1, 1, 0, 0, 0, 0}},
    {"hidden by another rule than before: written, but no change",
     true,
     {0},
     {1},
     "kaos bekas balpres",
     {1, 1, 0, 0, 0, 0}},
    {"newly hidden", true, {4}, {0}, "kaos bekas", {1, 1, 0, 1, 0, 0}},
    {"newly demoted", true, {0}, {4}, "kaos thrift", {1, 1, 0, 0, 1, 0}},
    {"demoted, and now hidden",
     true,
     {4},
     {0, 4},
     "kaos thrift bekas",
     {1, 1, 0, 1, 0, 0}},
    {"hidden, and now demoted",
     true,
     {0, 4},
     {4},
     "kaos thrift bekas",
     {1, 1, 0, 0, 1, 0}},
    {"hidden, and released", true, {0}, {4}, "kaos bekas", {1, 1, 0, 0, 0, 1}},
    {"demoted, and released",
     true,
     {4},
     {0},
     "kaos thrift",
     {1, 1, 0, 0, 0, 1}},
    {"never tagged and ordinary",
     false,
     {},
     {0},
     "kaos merah",
     {1, 1, 1, 0, 0, 0}},
    {"never tagged and to be hidden",
     false,
     {},
     {0},
     "kaos bekas",
     {1, 1, 1, 1, 0, 0}},
};

TEST_CASE("Re-tagging writes and counts what changes", "[xapian]") {
  for (const ChangeCase& c : kChangeCases) {
    DYNAMIC_SECTION(c.why) {
      const Policy older = MakePolicy(RulesAt(c.tagged ? c.older : c.today));
      const Policy today = MakePolicy(RulesAt(c.today));
      const Index index({c.title}, c.tagged ? older.get() : nullptr);
      const Index fresh({c.title}, today.get());
      const RetagReport preview =
          PreviewRetag(today.get(), index.Read(), TitlesOfData());
      CHECK(FiguresOf(preview) == c.figures);
      CHECK_FALSE(IsCurrent(today, index.Read()));
      CHECK(FiguresOf(Retag(today, index.Write())) == c.figures);
      CHECK(Contents(index.Read()) == Contents(fresh.Read()));
      CHECK(IsCurrent(today, index.Read()));
    }
  }
}

TEST_CASE("Changes are counted by the rules that decide them", "[xapian]") {
  const Policy older = MakePolicy(RulesAt({1, 4}));
  const Policy today = MakePolicy(RulesAt({0, 5}));
  const Index index({"kaos bekas preloved",  // hidden by 0, not by 5
                     "kaos preloved merah",  // demoted by 5
                     "kaos balpres thrift",  // released from both
                     "kaos merah"},
                    older.get());
  const RetagReport report = Retag(today, index.Write());
  CHECK(report.rules.size() == 4);
  CHECK(report.rules.at("used-fashion").hidden == 1);
  CHECK(report.rules.at("preloved").demoted == 1);
  CHECK(report.rules.at("preloved").hidden == 0);
  CHECK(report.rules.at("bale").released == 1);
  CHECK(report.rules.at("thrift").released == 1);
}

TEST_CASE("A current index is not gone through again", "[xapian]") {
  const Policy policy = MakePolicy();
  const Index index(kShop, policy.get());
  const Xapian::rev before = index.Read().get_revision();
  const RetagReport report = Retag(policy, index.Write());
  CHECK(report.current);
  CHECK(report.documents == 0);
  CHECK(index.Read().get_revision() == before);

  // One document that somebody added without tags makes it worth the while.
  Xapian::WritableDatabase db = index.Write();
  db.add_document(MakeDocument("kaos bekas"));
  db.commit();
  CHECK(FiguresOf(Retag(policy, db)) ==
        Figures{kShop.size() + 1, 1, 1, 1, 0, 0});
  CHECK(IsCurrent(policy, db));
}

// By default the tags of the older policy stay in force, and it is said.
TEST_CASE("Between a change of policy and the end of re-tagging", "[xapian]") {
  const Policy older = MakePolicy(RulesAt({0}));
  const Policy today = MakePolicy(RulesAt({1, 4}));
  const Index index({"jaket bekas", "jaket balpres", "jaket merah"},
                    older.get());
  Interceptor interceptor(today.get());
  const auto search = [&](DocIds expected, bool stale) {
    const Xapian::Database db = index.Read();
    const Interception found = interceptor.Intercept("jaket", ParseAny, db);
    CHECK(Search(db, found) == expected);
    CHECK(found.stale == stale);
  };
  search({2, 3}, true);  // changed: what was hidden stays hidden
  Retagger retagger(today.get(), index.Write(), TitlesOfData(), Tags(), 2);
  search({2, 3}, true);
  REQUIRE(retagger.Step());
  search({1, 3}, true);  // half way: each listing by the tags that it has
  REQUIRE(retagger.Step());
  REQUIRE_FALSE(retagger.Step());
  search({1, 3}, false);
}

TEST_CASE("A search goes on while an index is tagged again", "[xapian]") {
  const std::vector<std::string> titles = RandomTitles(2, 200);
  const Policy older = MakePolicy(RulesAt({0}));
  const Policy today = MakePolicy(RulesAt({1, 4}));
  const Index index(titles, older.get());
  Xapian::Database reader = index.Read();
  Retagger retagger(today.get(), index.Write(), TitlesOfData(), Tags(), 20);
  Interceptor interceptor(today.get());
  while (retagger.Step()) {
    for (int tries = 0;; ++tries) {
      REQUIRE(tries < 2);
      try {
        const auto found = interceptor.Intercept("jaket", ParseAny, reader);
        CHECK(!Search(reader, found).empty());
        break;
      } catch (const Xapian::DatabaseModifiedError&) {
        reader.reopen();
      }
    }
  }
}

TEST_CASE("Wrong use of a Retagger is an Error", "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase none, one = InMemory();
  CHECK_THROWS_AS(Retagger(nullptr, one, TitlesOfData()), xapian::Error);
  CHECK_THROWS_AS(Retagger(policy.get(), none, TitlesOfData()), xapian::Error);
  one.add_database(InMemory());
  CHECK_THROWS_AS(Retagger(policy.get(), one, TitlesOfData()), xapian::Error);
}

}  // namespace
}  // namespace saring
