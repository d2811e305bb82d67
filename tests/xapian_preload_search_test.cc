// Debian's quest and Omega, unchanged, with the library before them: what they
// find is what they find without it, less the hidden, the demoted last.

#include "tests/stock_market.h"

namespace saring {
namespace {

struct Case {
  const char* why;
  const char* asked;
};

const Case kQuestCases[] = {
    {"a word", "jaket"},
    {"a word of innocent and guilty titles", "bekas"},
    {"all words", "jaket AND merah"},
    {"any word", "jaket merah biru"},
    {"a phrase", "\"jaket merah\""},
    {"near one another", "jaket NEAR merah"},
    {"a word and not another", "jaket NOT merah"},
    {"a demoted word", "thrift"},
    {"what nothing matches", "kulkas"},
    {"a good that is no fashion", "krim bekas"},
    {"in brackets", "(jaket OR kaos) AND (merah OR biru)"},
};

TEST_CASE("quest hides and demotes", "[preload]") {
  const Market& market = TheMarket();
  bool hid = false, demoted = false;
  for (const Case& c : kQuestCases) {
    for (const char* database : kDatabases) {
      CAPTURE(c.why, c.asked, database);
      const Said plain = market.Quest(database, c.asked, {});
      const Said sieved = market.Quest(database, c.asked, Preloaded());
      const Ids all = IdsOn(plain.out);
      CHECK(sieved.exit_code == 0);
      CHECK(sieved.err.empty());
      CHECK(IdsOn(sieved.out) == Sieved(all));
      const std::string count = std::to_string(Sieved(all).size());
      CHECK(sieved.out.find("Exactly " + count + " matches") !=
            std::string::npos);
      hid = hid || Holds(all, SARING_HIDE);
      demoted = demoted || Sieved(all) != all;
    }
  }
  CHECK((hid && demoted));
}

const Case kOmegaCases[] = {
    {"by relevance", "P=jaket"},
    {"any of many words", "P=jaket+merah+biru+pria&DEFAULTOP=or"},
    {"all words", "P=jaket+merah"},
    {"a phrase", "P=%22jaket+merah%22"},
    {"by a value, rising", "P=jaket&SORT=%2B0"},
    {"by a value, falling", "P=jaket&SORT=-0"},
    {"by a value, turned round", "P=jaket&SORT=%2B0&SORTREVERSE=1"},
    {"by relevance, then a value", "P=jaket&SORT=-0&SORTAFTER=1"},
    {"the oldest last", "P=jaket&DOCIDORDER=D"},
    {"one of a kind to find", "P=jaket&B=Q3"},
    {"less what a filter takes", "P=jaket&N=Q3"},
    {"a filter alone", "B=Q2&B=Q3&B=Q4&B=Q5&B=Q6&B=Q7"},
    {"two boxes", "P=jaket&P=merah"},
    {"what nothing matches", "P=kulkas"},
    {"nothing", ""},
};

TEST_CASE("Omega hides and demotes under every order", "[preload]") {
  const Market& market = TheMarket();
  for (const Case& c : kOmegaCases) {
    for (const char* database : kDatabases) {
      CAPTURE(c.why, c.asked, database);
      const Said plain = market.Omega(database, c.asked, {});
      const Said sieved = market.Omega(database, c.asked, Preloaded());
      CHECK(sieved.exit_code == 0);
      CHECK(sieved.err.empty());
      const Ids expected = Sieved(IdsOn(plain.out));
      CHECK(IdsOn(sieved.out) == expected);
      CHECK(
          FoundOn(sieved.out) ==
          (FoundOn(plain.out).empty() ? "" : std::to_string(expected.size())));
    }
  }
}

// Xapian sorts by several values, and by a value within which relevance
// decides, only where no shard is remote.
const Case kLocalOmegaCases[] = {
    {"by two values", "P=jaket&SORT=%2B1-0"},
    {"by two values, falling", "P=jaket&SORT=-1-0"},
    {"by two, after relevance", "P=jaket&SORT=%2B1-0&SORTAFTER=1"},
    {"many of one value, by relevance within",
     "P=jaket+merah&DEFAULTOP=or&SORT=%2B1"},
    {"many of one value, falling", "P=jaket+merah&DEFAULTOP=or&SORT=-1"},
};

TEST_CASE("Omega sorts by several things, demoted last", "[preload]") {
  const Market& market = TheMarket();
  for (const Case& c : kLocalOmegaCases) {
    CAPTURE(c.why, c.asked);
    const Said plain = market.Omega("local", c.asked, {});
    const Said sieved = market.Omega("local", c.asked, Preloaded());
    CHECK(IdsOn(plain.out).size() > 20);
    CHECK(IdsOn(sieved.out) == Sieved(IdsOn(plain.out)));
  }
}

TEST_CASE("Over shards goods of one value keep their halves", "[preload]") {
  const Market& market = TheMarket();
  const std::string asked = "P=jaket+merah&DEFAULTOP=or&SORT=-1";
  const Ids plain = IdsOn(market.Omega("remote", asked, {}).out);
  Ids sieved = IdsOn(market.Omega("remote", asked, Preloaded()).out);
  const auto key = [](const std::string& id) {
    const Good& good = AllGoods()[std::stoul(id) - 1];
    return std::make_pair(ActionOn(good.title) == SARING_DEMOTE, -good.seller);
  };
  const auto before = [&](const std::string& a, const std::string& b) {
    return key(a) < key(b);
  };
  CHECK(std::is_sorted(sieved.begin(), sieved.end(), before));
  Ids expected = Sieved(plain);
  std::sort(expected.begin(), expected.end());
  std::sort(sieved.begin(), sieved.end());
  CHECK(sieved == expected);
}

TEST_CASE("Pages of Omega are full and go on where they ended", "[preload]") {
  const Market& market = TheMarket();
  for (const char* database : kDatabases) {
    for (const std::string order : {"", "&SORT=-0", "&SORT=-0&SORTAFTER=1"}) {
      CAPTURE(database, order);
      const std::string asked = "P=jaket" + order;
      const Ids whole = IdsOn(market.Omega(database, asked, Preloaded()).out);
      REQUIRE(whole.size() > 20);
      Ids pages;
      for (size_t first = 0; first < whole.size(); first += 10) {
        const std::string page =
            asked +
            "&HITSPERPAGE=10&MINHITS=1000&TOPDOC=" + std::to_string(first);
        const Said said = market.Omega(database, page, Preloaded());
        const Ids ids = IdsOn(said.out);
        CHECK(ids.size() == std::min<size_t>(10, whole.size() - first));
        CHECK(FoundOn(said.out) == std::to_string(whole.size()));
        pages.insert(pages.end(), ids.begin(), ids.end());
      }
      CHECK(pages == whole);
    }
  }
}

TEST_CASE("Omega shows the best of each seller, ordinary before demoted",
          "[preload]") {
  const Market& market = TheMarket();
  for (const char* database : kDatabases) {
    CAPTURE(database);
    const Ids whole = IdsOn(market.Omega(database, "P=jaket", Preloaded()).out);
    Ids expected;
    std::set<int> sellers;
    for (const std::string& id : whole) {
      const Good& good = AllGoods()[std::stoul(id) - 1];
      if (sellers.insert(good.seller).second) expected.push_back(id);
    }
    const Said said = market.Omega(database, "P=jaket&COLLAPSE=1", Preloaded());
    CHECK(IdsOn(said.out) == expected);
    CHECK(FoundOn(said.out) == std::to_string(expected.size()));
  }
}

TEST_CASE("Omega cuts off by percentage what is not hidden", "[preload]") {
  const Market& market = TheMarket();
  const std::string asked = "P=jaket+merah&DEFAULTOP=or";
  const Ids whole = IdsOn(market.Omega("local", asked, Preloaded()).out);
  size_t last = whole.size();
  for (const char* percent : {"1", "30", "50", "70", "90", "100"}) {
    CAPTURE(percent);
    const std::string page =
        market.Omega("local", asked + "&THRESHOLD=" + percent, Preloaded()).out;
    const Ids ids = IdsOn(page);
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      if (line.compare(0, 3, "id=") != 0) continue;
      CHECK(std::stoi(line.substr(line.find(' '))) >= std::stoi(percent));
    }
    const std::set<std::string> all(whole.begin(), whole.end());
    for (const std::string& id : ids) CHECK(all.count(id) == 1);
    CHECK(ids.size() <= last);
    CHECK(!ids.empty());
    last = ids.size();
  }
  CHECK(last < whole.size());
}

}  // namespace
}  // namespace saring
