// Debian's searchd and indexer with the plugin: one index, and a distributed
// one over two agents.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "plugin/cli/sphinx_match.h"
#include "tests/sphinx_servers.h"

namespace saring {
namespace {

constexpr char kPolicy[] = R"(saring: 1
policy: sample
revision: "1"
lists:
  fashion: {noun: true, terms: [baju, jaket], category: ["Fashion*"]}
  used: {terms: [bekas], except: ["bekas {mark}"]}
  mark: {terms: [jerawat]}
  own: {terms: [koleksi pribadi]}
rules:
  - {id: used-fashion, needs: [fashion, used], softened_by: [own],
     action: hide, hits: [baju bekas], misses: [baju baru, hp bekas]}
)";

struct Listing {
  const char* why;
  const char* title;
  const char* category;
  int action;
};

// Numbered from 1; each has the word jaket.
const Listing kListings[] = {
    {"used", "jaket bekas import", "", 30},
    {"used, in disguise", "jaket b3k4s murah", "", 30},
    {"used, of one's own", "jaket bekas koleksi pribadi", "", 20},
    {"used and not clothes by itself", "sarung jaket bekas tas", "Fashion", 30},
    {"new", "jaket gunung", "Fashion Pria", 0},
    {"new, with the place of the seller", "jaket komunitas bekasi", "", 0},
    {"of one's own, in disguise", "jaket b3kas koleksi pribadi", "", 20},
    {"new", "jaket hujan anak", "", 0},
    {"new", "jaket motor touring", "Otomotif", 0},
    {"about marks", "jaket dan krim bekas jerawat", "", 0},
    {"new", "jaket jeans wanita", "", 0},
    {"used", "jual jaket bekas", "", 30},
};

// The rows of the file of listings whose number leaves `part` when divided by
// `parts`.
std::string Rows(int part, int parts) {
  std::string rows;
  int id = 0;
  for (const Listing& listing : kListings) {
    if (++id % parts != part) continue;
    rows += std::to_string(id) + "\t" + listing.title + "\t" +
            listing.category + "\n";
  }
  return rows;
}

// What feeds the rows of a file to the indexer: with the action of each.
std::string Feed(const std::string& policy, const std::string& rows) {
  return SARING_CLI
         " scan --as listing --append --text 2 --column id=1 "
         "--column category=3 --policy " +
         policy + " " + rows;
}

std::string Distributed(const Searchd& first, const Searchd& second) {
  return "index listings {\n type = distributed\n agent = " + first.address() +
         ":listings\n agent = " + second.address() + ":listings\n}\n";
}

// One index of all listings, and the same over two agents behind a front that
// does not know the plugin.
class Shop {
 public:
  Shop()
      : policy_(dir_.Write("policy.yaml", kPolicy)),
        whole_(Serve("whole", 0, 1)),
        odd_(Serve("odd", 1, 2)),
        even_(Serve("even", 0, 2)),
        front_(dir_, "front", Distributed(*odd_, *even_), "") {}

  std::vector<SphinxQl> Both() const {
    std::vector<SphinxQl> both;
    both.push_back(whole_->Connect());
    both.push_back(front_.Connect());
    return both;
  }

  // Ends every server; whether all ended well.
  bool Stop() {
    const int codes[] = {front_.Stop(), even_->Stop(), odd_->Stop(),
                         whole_->Stop()};
    return std::all_of(std::begin(codes), std::end(codes),
                       [](int code) { return code == 0; });
  }

 private:
  std::unique_ptr<Searchd> Serve(const std::string& name, int part, int parts) {
    const std::string config = IndexOfRows(
        dir_, name,
        Feed(policy_, dir_.Write(name + ".tsv", Rows(part, parts))));
    REQUIRE(RunIndexer(dir_, config, policy_).starts_with("ok"));
    auto searchd = std::make_unique<Searchd>(dir_, name, config, policy_);
    CreateFunctions(*searchd);
    return searchd;
  }

  const TempDir dir_;
  const std::string policy_;
  std::unique_ptr<Searchd> whole_, odd_, even_;
  Searchd front_;
};

std::vector<int> Ids(const SqlRows& rows) {
  std::vector<int> ids;
  for (const SqlRow& row : rows) ids.push_back(std::stoi(row.at(0)));
  return ids;
}

std::string TotalFound(SphinxQl* sql) {
  return sql->Run("SHOW META LIKE 'total_found'").at(0).at(1);
}

const std::vector<int> kInOrder = {5, 6, 8, 9, 10, 11, 3, 7};

// By the action that was stored when the listing was indexed.
const std::string kStored =
    "SELECT id, stored_action>=20 AS demoted FROM listings WHERE "
    "MATCH('jaket') AND stored_action<30 ORDER BY demoted ASC, id ASC";

// By what the policy says now.
const std::string kNow =
    "SELECT id, saring_action(title, category) AS action, action>=20 AS "
    "demoted FROM listings WHERE MATCH('jaket') AND action<30 ORDER BY "
    "demoted ASC, id ASC";

TEST_CASE("Searches hide and demote, page and count right", "[sphinx]") {
  Shop shop;
  for (SphinxQl& sql : shop.Both()) {
    CHECK(Ids(sql.Run("SELECT id FROM listings WHERE MATCH('jaket') ORDER BY "
                      "id ASC LIMIT 100"))
              .size() == std::size(kListings));
    for (const std::string& search : {kStored, kNow}) {
      CAPTURE(search);
      CHECK(Ids(sql.Run(search)) == kInOrder);
      CHECK(TotalFound(&sql) == "8");
      std::vector<int> pages;
      for (int first = 0; first < 12; first += 3) {
        const std::vector<int> page =
            Ids(sql.Run(search + " LIMIT " + std::to_string(first) + ",3"));
        CHECK(TotalFound(&sql) == "8");
        pages.insert(pages.end(), page.begin(), page.end());
      }
      CHECK(pages == kInOrder);
    }
  }
  CHECK(shop.Stop());
}

TEST_CASE("Each listing has its action and its rule", "[sphinx]") {
  Shop shop;
  for (SphinxQl& sql : shop.Both()) {
    const SqlRows rows = sql.Run(
        "SELECT id, saring_action(title, category) AS action, "
        "saring_rule(title, category) AS rule FROM listings ORDER BY "
        "id ASC LIMIT 100");
    REQUIRE(rows.size() == std::size(kListings));
    for (size_t i = 0; i < rows.size(); ++i) {
      CAPTURE(kListings[i].why, kListings[i].title);
      CHECK(rows[i][1] == std::to_string(kListings[i].action));
      CHECK(rows[i][2] == (kListings[i].action == 0 ? "" : "used-fashion"));
    }
  }
}

TEST_CASE("The index has disguised words as they are read", "[sphinx]") {
  Shop shop;
  struct Case {
    const char* why;
    const char* match;
    std::vector<int> ids;
  };
  const Case cases[] = {
      {"as read", "bekas murah", {2}},
      {"as written", "b3k4s", {2}},
      {"at its position", "\"jaket bekas murah\"", {2}},
      {"between its neighbours", "\"b3kas koleksi pribadi\"", {7}},
      {"all that is read so", "bekas", {1, 2, 3, 4, 7, 10, 12}},
      {"a city is not", "bekasi", {6}},
  };
  for (SphinxQl& sql : shop.Both()) {
    for (const Case& c : cases) {
      CAPTURE(c.why);
      CHECK(Ids(sql.Run(std::string("SELECT id FROM listings WHERE MATCH('") +
                        c.match + "') ORDER BY id ASC LIMIT 100")) == c.ids);
    }
  }
}

TEST_CASE("Wrong use is an error, and the server goes on", "[sphinx]") {
  const TempDir dir;
  const std::string policy = dir.Write("policy.yaml", kPolicy);
  const std::string config =
      IndexOfRows(dir, "i", Feed(policy, dir.Write("rows.tsv", Rows(0, 1))));
  REQUIRE(RunIndexer(dir, config, policy).starts_with("ok"));
  Searchd searchd(dir, "searchd", config, policy);
  CreateFunctions(searchd);
  SphinxQl sql = searchd.Connect();
  const auto error_of = [&sql](const std::string& what) {
    return sql.ErrorOf("SELECT " + what);
  };
  const std::string wanted = "saring: expected (title), (title, category)";
  for (const char* arguments :
       {"", "title, title, title, title", "stored_action", "id", "1", "1.5"}) {
    CAPTURE(arguments);
    CHECK(error_of(std::string("saring_action(") + arguments +
                   ") AS a FROM listings")
              .find(wanted) != std::string::npos);
  }
  CHECK(error_of("id FROM listings WHERE MATCH('jaket') OPTION "
                 "token_filter='saring_sphinx.so:saring_reading:x'") != "");
  CHECK(error_of("saring_action('') AS a, saring_rule('\xff') AS r FROM "
                 "listings") == "");
  CHECK(error_of("saring_action('" + std::string(200000, 'x') +
                 "') AS a FROM listings") == "");
  sql.Run("DROP FUNCTION saring_action");
  sql.Run(
      "CREATE FUNCTION saring_action RETURNS INT SONAME "
      "'saring_sphinx.so'");
  CHECK(Ids(sql.Run(kNow)) == kInOrder);
  CHECK(searchd.Stop() == 0);
}

// As `saring rewrite` writes what a buyer typed.
TEST_CASE("The server takes any words as a match", "[sphinx]") {
  Shop shop;
  struct Case {
    const char* why;
    const char* words;
    std::vector<int> ids;
  };
  const Case cases[] = {
      {"plain", "jaket motor", {9}},
      {"what would exclude", "jaket -motor", {9}},
      {"what would be a field", "jaket @motor", {9}},
      {"what would be a phrase", "\"motor jaket\"", {9}},
      {"what would be a group", "jaket (motor | (", {9}},
      {"an operator in capitals", "jaket MAYBE", {}},
      {"a proximity", "jaket NEAR/3 motor", {}},
      {"signs alone", "jaket motor - ! ~ / ^ $ = < & * ? % [ ]", {9}},
      {"a quote of SQL", "jaket' motor", {9}},
      {"backslashes", "jaket \\ motor\\", {9}},
      {"not UTF-8", "jaket \xff motor", {9}},
  };
  for (SphinxQl& sql : shop.Both()) {
    for (const Case& c : cases) {
      CAPTURE(c.why);
      const std::string match = cli::SphinxQlString(cli::MatchOfWords(c.words));
      CHECK(Ids(sql.Run("SELECT id FROM listings WHERE MATCH(" + match +
                        ") ORDER BY id ASC")) == c.ids);
    }
  }
}

// Whether the server comes to say `action` of a used jacket, within 20 seconds.
bool ComesToSay(SphinxQl* sql, const std::string& action) {
  for (int tries = 0; tries < 1000; ++tries) {
    if (sql->Run("SELECT saring_action(title) AS a FROM listings WHERE id=1")
            .at(0)
            .at(0) == action) {
      return true;
    }
    usleep(20000);
  }
  return false;
}

// A variable of the environment, for the programs that are started while it
// lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    setenv(name_, value.c_str(), 1);
  }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* const name_;
};

TEST_CASE("A running server follows the policy's files", "[sphinx]") {
  const TempDir dir;
  const std::string policy = dir.Write("policy.yaml", kPolicy);
  const std::string config =
      IndexOfRows(dir, "i", Feed(policy, dir.Write("rows.tsv", Rows(0, 1))));
  REQUIRE(RunIndexer(dir, config, policy).starts_with("ok"));
  const Variable last_good("SARING_LAST_GOOD", dir.At("good.image"));
  const Variable off_switch("SARING_OFF_SWITCH", dir.At("off"));
  const auto comes_through_off = [&](SphinxQl* sql) {
    dir.Write("off", "");
    const bool off = ComesToSay(sql, "0");
    unlink(dir.At("off").c_str());
    return off && ComesToSay(sql, "20");
  };
  {
    Searchd searchd(dir, "searchd", config, policy);
    CreateFunctions(searchd);
    SphinxQl sql = searchd.Connect();
    CHECK(ComesToSay(&sql, "30"));
    std::string demoting = kPolicy;
    demoting.replace(demoting.find("hide"), 4, "demote");
    dir.Write("policy.yaml", demoting);
    CHECK(ComesToSay(&sql, "20"));
    CHECK(comes_through_off(&sql));
    // A file at fault changes nothing. When the switch has been seen, so has
    // the file, which is looked at first.
    dir.Write("policy.yaml", "saring: 1\n");
    CHECK(comes_through_off(&sql));
    CHECK(searchd.Stop() == 0);
  }
  // The policy is at fault from the start: the last good one stands in.
  Searchd again(dir, "again", config, policy);
  CreateFunctions(again);
  SphinxQl sql = again.Connect();
  CHECK(ComesToSay(&sql, "20"));
}

TEST_CASE("Without a policy nothing is indexed and no query runs", "[sphinx]") {
  const TempDir dir;
  const std::string policy = dir.Write("policy.yaml", kPolicy);
  const std::string config =
      IndexOfRows(dir, "i", Feed(policy, dir.Write("rows.tsv", Rows(0, 1))));
  const std::string said = RunIndexer(dir, config, "");
  CHECK_FALSE(said.starts_with("ok"));
  CHECK(said.find("saring: SARING_POLICY is not set") != std::string::npos);
  REQUIRE(RunIndexer(dir, config, policy).starts_with("ok"));
  const Searchd searchd(dir, "searchd", config, dir.At("none.yaml"));
  CreateFunctions(searchd);
  CHECK(searchd.Connect().ErrorOf(kNow).find(dir.At("none.yaml")) !=
        std::string::npos);
}

}  // namespace
}  // namespace saring
