// Debian's quest and Omega, unchanged, with the library before them: what they
// answer where the query is prohibited, the configuration faulty or a shard
// dead.

#include "tests/stock_market.h"

namespace saring {
namespace {

struct Prohibited {
  const char* why;
  const char* query;
  const char* like;  // another query that finds the same, or nullptr: nothing
};

const Prohibited kProhibited[] = {
    {"answered without the words", "jaket bekas", "jaket"},
    {"the other word for it", "second jaket", "jaket"},
    {"in disguise", "jaket b3k4s", "jaket"},
    {"set apart", "jaket b e k a s", "jaket"},
    {"as a phrase", "\"jaket bekas\"", "jaket"},
    {"answered with nothing", "selundupan", nullptr},
    {"answered with nothing, among others", "jaket selundupan", nullptr},
    {"answered as it is", "balpres", nullptr},
    {"a word that it could be but is not", "krim bekas", "krim bekas"},
    {"a bare word", "bekas", "bekas"},
};

TEST_CASE("Prohibited queries get the policy's answer", "[preload]") {
  const Market& market = TheMarket();
  for (const Prohibited& c : kProhibited) {
    for (const char* database : kDatabases) {
      CAPTURE(c.why, c.query, database);
      const Ids expected =
          c.like == nullptr
              ? Ids{}
              : Sieved(IdsOn(market.Quest(database, c.like, {}).out));
      const Said said = market.Quest(database, c.query, Preloaded());
      CHECK(IdsOn(said.out) == expected);
      CHECK(said.exit_code == 0);
    }
  }
  CHECK(!IdsOn(market.Quest("local", "balpres", {}).out).empty());
}

TEST_CASE("What is prohibited together is found out in two boxes",
          "[preload]") {
  const Market& market = TheMarket();
  for (const char* database : kDatabases) {
    const std::string asked = "P=jaket&P=selundupan";
    CHECK(FoundOn(market.Omega(database, asked, Preloaded()).out) == "0");
    const Said apart = market.Omega(database, "P=jaket&P=bekas", Preloaded());
    CHECK(!Holds(IdsOn(apart.out), SARING_HIDE));
    CHECK(IdsOn(market.Omega(database, "P=jaket&P=bekas", {}).out).size() > 2);
  }
}

TEST_CASE("Without a policy the library does nothing", "[preload]") {
  const Market& market = TheMarket();
  const Variables without = {"LD_PRELOAD=" SARING_PRELOAD};
  const Variables empty = {"LD_PRELOAD=" SARING_PRELOAD,
                           "SARING_POLICY=", "SARING_SLOT=no number"};
  for (const char* query : {"jaket", "jaket bekas", "selundupan"}) {
    const Said plain = market.Quest("local", query, {});
    for (const Variables& variables : {without, empty}) {
      const Said said = market.Quest("local", query, variables);
      CHECK(said.out == plain.out);
      CHECK(said.err == plain.err);
    }
  }
}

struct Fault {
  const char* why;
  Variables variables;
  const char* message;
};

const Fault kFaults[] = {
    {"no such policy", {"SARING_POLICY=/nowhere.yaml"}, "/nowhere.yaml:0:0: "},
    {"no policy at all", {"SARING_POLICY=/dev/null"}, "no policy: "},
    {"no number",
     {"SARING_SLOT=7x"},
     "SARING_SLOT: '7x'; expected the number of a value slot"},
    {"no slot", {"SARING_SLOT=4294967295"}, "SARING_SLOT: '4294967295'"},
    {"no prefix of a tag",
     {"SARING_PREFIX=saring"},
     "SARING_PREFIX: 'saring'; expected X and then capitals"},
    {"neither open nor closed",
     {"SARING_FAIL=opne"},
     "SARING_FAIL: 'opne'; expected closed or open"},
    {"a field that is none",
     {"SARING_FIELD_TITEL=name"},
     "SARING_FIELD_TITEL: 'name'; expected _ID, _TITLE"},
};

TEST_CASE("With faults nothing is found, unless that is wanted", "[preload]") {
  const Market& market = TheMarket();
  const Said plain = market.Quest("local", "jaket", {});
  for (const Fault& c : kFaults) {
    CAPTURE(c.why);
    const Said closed = market.Quest("local", "jaket", Preloaded(c.variables));
    CHECK(IdsOn(closed.out).empty());
    CHECK(closed.err.find(c.message) != std::string::npos);
    CHECK(closed.err.find("searches find nothing") != std::string::npos);

    if (c.variables[0].find("SARING_FAIL") == 0) continue;
    Variables open = c.variables;
    open.push_back("SARING_FAIL=open");
    const Said opened = market.Quest("local", "jaket", Preloaded(open));
    CHECK(opened.out == plain.out);
    CHECK(opened.err.find(c.message) != std::string::npos);
  }
}

TEST_CASE("All faults of the environment are told at once", "[preload]") {
  const Said said = TheMarket().Quest(
      "local", "jaket", Preloaded({"SARING_SLOT=x", "SARING_PREFIX=y"}));
  CHECK(said.err.find("SARING_SLOT: 'x'") != std::string::npos);
  CHECK(said.err.find("SARING_PREFIX: 'y'") != std::string::npos);
}

// The last: it takes a server away.
TEST_CASE("A dead shard is an error and not fewer hits", "[preload][last]") {
  Market market;
  CHECK(!IdsOn(market.Quest("remote", "jaket", Preloaded()).out).empty());
  market.KillSecond();
  const Said said = market.Quest("remote", "jaket", Preloaded());
  CHECK(said.exit_code != 0);
  CHECK(IdsOn(said.out).empty());
}

}  // namespace
}  // namespace saring
