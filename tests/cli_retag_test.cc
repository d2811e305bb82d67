// saring retag: whatever kind of database it is given, it ends as if it had
// been indexed by the new policy; and it says what changed.

#include <xapian.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"
#include "tests/xapian_servers.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

// Of kCliCatalogue 3 was hidden and 2 demoted. Under this policy 3 and 2 are
// ordinary, 4 is demoted and 6 is hidden.
constexpr char kNextPolicy[] = R"(saring: 1
policy: sample
revision: "8"
lists:
  work: {terms: [kerja]}
  sleep: {terms: [tidur]}
rules:
  - {id: work, needs: [work], action: demote, hits: [kerja], misses: [a, b]}
  - {id: sleep, needs: [sleep], action: hide, hits: [tidur], misses: [a, b]}
)";

class Shop : public Cli {
 public:
  explicit Shop(const Words& more = {})
      : next(dir.Write("next.yaml", kNextPolicy)), db(dir.At("db")) {
    Words words = {"index", "--policy", policy, catalogue, db};
    words.insert(words.end(), more.begin(), more.end());
    if (Run(words).exit_code != 0) throw std::runtime_error("no index");
  }

  CliResult Retag(const std::string& name, Words more = {}) const {
    Words words = {"retag", "--policy", next, name};
    words.insert(words.end(), more.begin(), more.end());
    return Run(words);
  }

  const std::string next, db;
};

void CheckTaggedByNext(const std::string& path) {
  const Xapian::Database db(path);
  CHECK(db.get_termfreq("XSARING:hide") == 1 + db.size());  // with manifests
  CHECK(db.get_termfreq("XSARING:demote") == 1);
  CHECK(db.get_termfreq("XSARING:rule:sleep") == 1);
  CHECK(db.get_termfreq("XSARING:rule:work") == 1);
  CHECK(db.get_termfreq("XSARING:rule:used-fashion") == 0);
  CHECK(db.get_termfreq("XSARING:tagged") == 6);
}

struct Kind {
  const char* why;
  Words index;       // more words
  const char* stub;  // beside the database, or nullptr: the folder itself
};

const Kind kKinds[] = {
    {"one database", {}, nullptr},
    {"a folder of shards", {"--shards", "2"}, nullptr},
    {"the stub file in it", {"--shards", "2"}, ""},
    {"a stub of its own, with a comment and an empty line",
     {"--shards", "2"},
     "# both\n\nauto db/shard1\nglass db/shard2\n"},
    {"a stub that leads to a stub", {"--shards", "3"}, "auto db\n"},
};

TEST_CASE("retag takes what search takes", "[cli]") {
  for (const Kind& kind : kKinds) {
    DYNAMIC_SECTION(kind.why) {
      const Shop shop(kind.index);
      std::string name = shop.db;
      if (kind.stub != nullptr) {
        name = *kind.stub ? shop.dir.Write("stub", kind.stub)
                          : shop.db + "/XAPIANDB";
      }
      const CliResult result = shop.Retag(name, {"--json"});
      INFO(result.err);
      CHECK(result.exit_code == 0);
      CheckTaggedByNext(shop.db);
      const Json json = Json::parse(result.out);
      CHECK(json["documents"] == 6);
      CHECK(json["written"] == 4);
      CHECK(json["new_tagged"] == 0);
      CHECK(json["hidden"] == 1);
      CHECK(json["demoted"] == 1);
      CHECK(json["released"] == 2);
      CHECK(json["resumed"] == false);
      CHECK(json["rules"].size() == 3);
      CHECK(json["rules"][0]["id"] == "sleep");
      CHECK(json["rules"][0]["hidden"] == 1);
      const CliResult again = shop.Retag(name);
      CHECK(again.out == "tagged by this policy already; nothing to do\n");
    }
  }
}

TEST_CASE("retag reaches shards behind servers", "[cli][remote]") {
  const bool by_stub = GENERATE(false, true);
  const Shop shop({"--shards", "2"});
  const XapianServer one(shop.db + "/shard1", true);
  const XapianServer two(shop.db + "/shard2", true);
  const std::string first = "127.0.0.1:" + std::to_string(one.port());
  const std::string second = "127.0.0.1:" + std::to_string(two.port());
  const CliResult result = shop.Retag(
      by_stub ? shop.dir.Write("stub",
                               "remote " + first + "\nremote " + second + "\n")
              : first + "," + second);
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.out ==
        "6 looked at, 4 with other tags (0 never tagged before): now 1 hidden, "
        "1 demoted, 2 released\n"
        "  sleep: 1 hidden, 0 demoted, 0 released\n"
        "  used-fashion: 0 hidden, 0 demoted, 2 released\n"
        "  work: 0 hidden, 1 demoted, 0 released\n");
  CheckTaggedByNext(shop.db);
}

TEST_CASE("A dry run says the same and writes nothing", "[cli]") {
  const Shop shop({"--shards", "2"});
  const Xapian::WritableDatabase writer(shop.db + "/shard2", Xapian::DB_OPEN);
  const std::string before = Xapian::Database(shop.db).get_uuid();
  const CliResult result = shop.Retag(shop.db, {"--dry-run"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("4 with other tags") &&
                             Contains("now 1 hidden, 1 demoted, 2 released"));
  CHECK(Xapian::Database(shop.db).get_termfreq("XSARING:rule:sleep") == 0);
  CHECK(Xapian::Database(shop.db).get_uuid() == before);
}

TEST_CASE("retag says what it cannot write, and writes nothing then",
          "[cli][remote]") {
  const Shop shop({"--shards", "2"});
  const auto refused = [&shop](const std::string& name,
                               const std::string& message) {
    CAPTURE(name);
    const CliResult result = shop.Retag(name);
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains(message));
    CHECK(Xapian::Database(shop.db).get_termfreq("XSARING:rule:sleep") == 0);
  };
  refused(shop.dir.At("none"), "no database at ");
  refused("127.0.0.1:" + std::to_string(FreePort()), "cannot write to 127");
  refused(shop.catalogue, "cannot write to 'id\ttitle");
  refused(shop.dir.Write("empty", "# nothing\n"), "names no database");
  refused(shop.dir.Write("memory", "inmemory\n"),
          "memory: cannot write to 'inmemory'");
  refused(shop.dir.Write("round", "auto round\n"), "too many stubs");
  {
    const XapianServer server(shop.db + "/shard1");
    refused("127.0.0.1:" + std::to_string(server.port()), "read-only");
  }
  const Xapian::WritableDatabase writer(shop.db + "/shard2", Xapian::DB_OPEN);
  refused(shop.db, "shard2 is in use by another writer");
}

}  // namespace
}  // namespace saring
