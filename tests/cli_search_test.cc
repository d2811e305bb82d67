// saring search: over one database, over shards, and over what is broken.

#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"
#include "tests/xapian_servers.h"

namespace saring {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using Words = std::vector<std::string>;

class Shop : public Cli {
 public:
  Shop() : db(dir.At("db")), shards(dir.At("shards")) {
    REQUIRE(Run({"index", "--policy", policy, catalogue, db}).exit_code == 0);
    REQUIRE(
        Run({"index", "--policy", policy, "--shards", "2", catalogue, shards})
            .exit_code == 0);
  }

  CliResult Search(const std::string& where, const std::string& query,
                   Words more = {}) const {
    Words words = {"search", "--policy", policy, where, query};
    words.insert(words.end(), more.begin(), more.end());
    return Run(words);
  }

  json SearchJson(const std::string& where, const std::string& query,
                  Words more = {}) const {
    more.push_back("--json");
    const CliResult result = Search(where, query, more);
    REQUIRE(result.exit_code == 0);
    return json::parse(result.out);
  }

  const std::string db, shards;
};

Words Ids(const json& page) {
  Words ids;
  for (const json& hit : page["results"]) ids.push_back(hit["id"]);
  return ids;
}

TEST_CASE("search hides, puts last, and says why", "[cli]") {
  const Shop shop;
  const json page = shop.SearchJson(shop.db, "baju");
  CHECK(Ids(page) == Words{"1", "4", "6", "2"});
  CHECK(page["total"] == 4);
  CHECK(page["action"] == "show");
  CHECK(page["stale"] == false);
  CHECK(page["results"][3]["action"] == "demote");
  CHECK(page["results"][3]["rules"] == json{"used-fashion"});
  CHECK(page["results"][0]["price"] == 30);

  const json plain = shop.SearchJson(shop.db, "baju", {"--without-plugin"});
  CHECK(plain["total"] == 5);
  CHECK(plain["results"].size() == 5);
}

TEST_CASE("search answers a prohibited query as the policy says", "[cli]") {
  const Shop shop;
  const json page = shop.SearchJson(shop.db, "baju bekas");
  CHECK(page["action"] == "hide");
  CHECK(page["answer"] == "without");
  CHECK(page["text"] == "baju");
  CHECK(page["notice"] == "Barang ini dilarang.");
  CHECK(Ids(page) == Words{"1", "4", "6", "2"});
  const CliResult text = shop.Search(shop.db, "baju bekas");
  for (const char* part :
       {"query: hide (used-fashion)", "searched: baju", "notice: Barang",
        "4 found", "demote (used-fashion)"}) {
    CHECK_THAT(text.out, Contains(part));
  }
}

TEST_CASE("search gives pages and sorts by price", "[cli]") {
  const Shop shop;
  const Words all = Ids(shop.SearchJson(shop.db, "baju"));
  for (size_t i = 0; i < all.size(); ++i) {
    const json page = shop.SearchJson(
        shop.db, "baju", {"--limit", "1", "--offset", std::to_string(i)});
    CHECK(Ids(page) == Words{all[i]});
    CHECK(page["total"] == 4);
    CHECK(page["results"][0]["rank"] == i + 1);
  }
  CHECK(Ids(shop.SearchJson(shop.db, "baju", {"--sort", "price"})) ==
        Words{"6", "4", "1", "2"});
  CHECK(Ids(shop.SearchJson(shop.db, "baju", {"--sort", "-price"})) ==
        Words{"1", "4", "6", "2"});
  CHECK(Ids(shop.SearchJson(shop.db, "baju", {"--demotion", "slot"})) == all);
}

TEST_CASE("The total is exact however many there are", "[cli]") {
  const Shop shop;
  std::string rows = "id\ttitle\n";
  for (int i = 1; i <= 3000; ++i) {
    rows += std::to_string(i) + "\tbaju" + (i % 3 == 0 ? " bekas" : " baru") +
            (i % 7 == 0 ? " anak\n" : "\n");
  }
  const std::string many = shop.dir.Write("many.tsv", rows);
  REQUIRE(shop.Run({"index", "--policy", shop.policy, "--shards", "2", many,
                    shop.shards})
              .exit_code == 0);
  const Words one = {"--limit", "1"};
  CHECK(shop.SearchJson(shop.shards, "baju", one)["total"] == 2000);
  CHECK(shop.SearchJson(shop.shards, "anak baju", one)["total"] == 286);
}

TEST_CASE("search compares the pages without and with the plugin", "[cli]") {
  const Shop shop;
  const CliResult result =
      shop.Search(shop.db, "baju", {"--compare", "--limit", "3"});
  CHECK(result.exit_code == 0);
  for (const char* part :
       {"without the plugin (5 found)", "| with the plugin (4 found)",
        "\nreasons\n", "used-fashion: fashion \"baju\", used \"bekas\""}) {
    CHECK_THAT(result.out, Contains(part));
  }
  const CliResult same = shop.Search(shop.db, "krim", {"--compare"});
  CHECK_THAT(same.out, !Contains("reasons"));
}

TEST_CASE("search says when tags are of another policy", "[cli]") {
  const Shop shop;
  shop.dir.Write("policy.yaml", std::string(kCliPolicy) + "# another policy\n");
  CHECK(shop.SearchJson(shop.db, "baju")["stale"] == true);
  CHECK_THAT(shop.Search(shop.db, "baju").out, Contains("stale: "));
}

TEST_CASE("Any query text is a query", "[cli]") {
  const Shop shop;
  for (const char* query :
       {"", " ", "\"", "baju OR (", "-", "*", "\xff\xfe", "a:b", "AND"}) {
    CAPTURE(query);
    Words words = {"search", "--policy", shop.policy, shop.db, "--", query};
    CHECK(shop.Run(words).exit_code == 0);
  }
}

TEST_CASE("Shards find the same in the same order as one database", "[cli]") {
  const Shop shop;
  const XapianServer first(shop.shards + "/shard1");
  const XapianServer second(shop.shards + "/shard2");
  const std::string remote = "127.0.0.1:" + std::to_string(first.port()) +
                             ",127.0.0.1:" + std::to_string(second.port());
  for (const char* query : {"baju", "baju bekas", "krim bekas jerawat", "x"}) {
    for (const Words& more : {Words{"--json"}, Words{"--compare"},
                              Words{"--json", "--sort", "price"}}) {
      CAPTURE(query);
      const CliResult local = shop.Search(shop.db, query, more);
      CHECK(local.exit_code == 0);
      CHECK(shop.Search(shop.shards, query, more).out == local.out);
      CHECK(shop.Search(remote, query, more).out == local.out);
    }
  }
}

TEST_CASE("A dead shard is an error and not a short page", "[cli]") {
  const Shop shop;
  const XapianServer first(shop.shards + "/shard1");
  XapianServer second(shop.shards + "/shard2");
  const std::string remote = "127.0.0.1:" + std::to_string(first.port()) +
                             ",127.0.0.1:" + std::to_string(second.port());
  REQUIRE(shop.Search(remote, "baju").exit_code == 0);
  second.Stop();
  for (const Words& more : {Words{}, Words{"--compare"}, Words{"--json"},
                            Words{"--without-plugin"}}) {
    const CliResult result = shop.Search(remote, "baju", more);
    CHECK(result.exit_code == 1);
    CHECK(result.out == "");
    CHECK_THAT(result.err, StartsWith("saring: cannot search"));
    CHECK_THAT(result.err, Contains(std::to_string(second.port())));
  }
}

TEST_CASE("What is no database is told", "[cli]") {
  const Shop shop;
  for (const std::string& where :
       {shop.dir.At("none"), shop.dir.path(), shop.catalogue,
        std::string("localhost"), std::string("127.0.0.1:0"),
        std::string("127.0.0.1:1,x")}) {
    CAPTURE(where);
    const CliResult result = shop.Search(where, "baju");
    CHECK(result.exit_code == 1);
    CHECK(result.out == "");
    CHECK_THAT(result.err, StartsWith("saring: "));
  }
  const CliResult none = shop.Search(shop.dir.Write("stub", ""), "baju");
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("stub names no database"));
  fs::remove_all(shop.shards + "/shard2");
  CHECK(shop.Search(shop.shards, "baju").exit_code == 1);
}

struct Foreign {
  const char* why;
  const char* data;
  json id, title, price;
};

const Foreign kForeign[] = {
    {"nothing", "", "", "", nullptr},
    {"a title alone", "Jaket baru", "", "Jaket baru", nullptr},
    {"JSON, but no object", "[1, 2]", "", "[1, 2]", nullptr},
    {"half an object", R"({"id":"a")", "", R"({"id":"a")", nullptr},
    {"an object of other things", R"({"sku":"a"})", "", "", nullptr},
    {"a list for a title", R"({"id":"a","title":["x"]})", "a", "", nullptr},
    {"a price as text", R"({"id":"a","price":"9.5"})", "a", "", 9.5},
    {"a price of no JSON", R"({"id":"a","price":"007"})", "a", "", 7},
    {"a price without a head", R"({"id":"a","price":".5"})", "a", "", 0.5},
    {"a price without a tail", R"({"id":"a","price":"5."})", "a", "", 5},
    {"a price of words", R"({"id":"a","price":"murah"})", "a", "", nullptr},
};

TEST_CASE("What other programs stored is shown as far as it goes", "[cli]") {
  const Shop shop;
  for (const Foreign& c : kForeign) {
    DYNAMIC_SECTION(c.why) {
      const std::string path = shop.dir.At("foreign");
      Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
      Xapian::Document document;
      document.add_term("baju");
      document.set_data(c.data);
      db.add_document(document);
      db.commit();
      const json page = shop.SearchJson(path, "baju");
      REQUIRE(page["results"].size() == 1);
      const json& hit = page["results"][0];
      CHECK(hit["id"] == c.id);
      CHECK(hit["title"] == c.title);
      CHECK(hit["price"] == c.price);
      CHECK(shop.Search(path, "baju", {"--compare"}).exit_code == 0);
    }
  }
}

// Every file of a database, cut short: an error, or, where the search does not
// need what is gone, the whole answer.
TEST_CASE("A truncated database is told", "[cli]") {
  const Shop shop;
  const std::string whole = shop.Search(shop.db, "baju").out;
  const std::string copy = shop.dir.At("copy");
  int told = 0;
  for (const auto& entry : fs::directory_iterator(shop.db)) {
    for (const uintmax_t part : {0, 2}) {
      fs::remove_all(copy);
      fs::copy(shop.db, copy);
      const std::string name = entry.path().filename().string();
      const uintmax_t size = fs::file_size(entry.path());
      fs::resize_file(copy + "/" + name, part == 0 ? 0 : size / part);
      CAPTURE(name, part);
      const CliResult result = shop.Search(copy, "baju");
      if (result.exit_code == 0) {
        CHECK(result.out == whole);
        continue;
      }
      ++told;
      CHECK(result.exit_code == 1);
      CHECK(result.out == "");
      CHECK_THAT(result.err, StartsWith("saring: cannot search"));
    }
  }
  CHECK(told >= 6);
}

}  // namespace
}  // namespace saring
