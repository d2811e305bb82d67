// Debian's scriptindex, unchanged, with the library before it: a manifest says
// what is so, whoever wrote into the database and wherever they were killed.

#include <sys/stat.h>

#include <functional>

#include "tests/stock_index.h"

namespace saring {
namespace {

// A database of a shop, and who wrote what into it.
struct Shop {
  TempDir dir;
  std::string db = dir.At("db");
  // The same as the policy of the tests, less its last rule.
  std::string older = dir.Write("older.yaml", [] {
    const std::string yaml = ReadFile(kStockPolicy);
    return yaml.substr(0, yaml.find("  - id: thrift"));
  }());

  void Plain(size_t first, size_t end) {
    ScriptIndex(dir, db, Records(first, end), {});
  }
  void Tagged(size_t first, size_t end) {
    ScriptIndex(dir, db, Records(first, end), Preloaded());
  }
  void ByOlder(size_t first, size_t end) {
    ScriptIndex(dir, db, Records(first, end),
                Preloaded({"SARING_POLICY=" + older}));
  }
  void Untitled() { ScriptIndex(dir, db, "id=1\nseller=1\n", Preloaded()); }
};

struct History {
  const char* why;
  std::function<void(Shop*)> written;
  bool current, current_for_older;
};

const History kHistories[] = {
    {"from nothing", [](Shop* s) { s->Tagged(0, 20); }, true, false},
    {"and updated", [](Shop* s) { s->Tagged(0, 20), s->Tagged(10, 30); }, true,
     false},
    {"by the older policy", [](Shop* s) { s->ByOlder(0, 20); }, false, true},
    {"never tagged", [](Shop* s) { s->Plain(0, 20); }, false, false},
    {"never tagged, then updated",
     [](Shop* s) { s->Plain(0, 20), s->Tagged(10, 30); }, false, false},
    {"by the older policy, then updated by another",
     [](Shop* s) { s->ByOlder(0, 20), s->Tagged(10, 30); }, false, false},
    {"and back again",
     [](Shop* s) { s->ByOlder(0, 20), s->Tagged(0, 9), s->ByOlder(0, 9); },
     false, false},
    {"every document by another, which nothing tells",
     [](Shop* s) { s->ByOlder(0, 20), s->Tagged(0, 20); }, false, false},
    {"without a title, which has one later",
     [](Shop* s) { s->Tagged(1, 20), s->Untitled(), s->Tagged(0, 1); }, true,
     false},
    {"without a title", [](Shop* s) { s->Tagged(0, 20), s->Untitled(); }, false,
     false},
    {"one of many without a title, in one run",
     [](Shop* s) {
       ScriptIndex(s->dir, s->db, Records(1, 20) + "id=1\nseller=1\n",
                   Preloaded());
     },
     false, false},
    {"the first of many without a title",
     [](Shop* s) {
       ScriptIndex(s->dir, s->db, "id=1\nseller=1\n\n" + Records(1, 20),
                   Preloaded());
     },
     false, false},
    {"nothing but a document without a title", [](Shop* s) { s->Untitled(); },
     false, false},
};

TEST_CASE("A manifest says what is so", "[preload]") {
  for (const History& c : kHistories) {
    DYNAMIC_SECTION(c.why) {
      Shop shop;
      c.written(&shop);
      CHECK(IsCurrent(shop.db, kStockPolicy) == c.current);
      CHECK(IsCurrent(shop.db, shop.older) == c.current_for_older);
    }
  }
}

TEST_CASE("A search says where tags are of another policy", "[preload]") {
  Shop shop;
  shop.ByOlder(0, 20);
  const std::vector<std::string> quest = {"quest", "-s",    "none",
                                          "-d",    shop.db, "jaket"};
  CHECK(RunStock(quest, Preloaded()).err.find("not tagged by this policy") !=
        std::string::npos);
  CHECK(RunStock(quest, Preloaded({"SARING_POLICY=" + shop.older})).err == "");
}

// Ends a scriptindex that has written some of its documents and not committed
// the last.
void IndexAndKill(const TempDir& dir, const std::string& db) {
  const std::string fifo = dir.At("fifo");
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  Program program;
  program.words = {"/usr/bin/env", "XAPIAN_FLUSH_THRESHOLD=10"};
  for (const std::string& variable : Preloaded()) {
    program.words.push_back(variable);
  }
  for (const std::string& word :
       {std::string("scriptindex"), std::string("-s"), std::string("none"), db,
        dir.Write("kill.script", kStockScript)}) {
    program.words.push_back(word);
  }
  program.in = fifo;
  program.out = program.err = "/dev/null";
  const pid_t pid = StartProgram(program);
  std::ofstream records(fifo);
  records << Records(0, 50) << std::flush;
  for (int tries = 0; tries < 1000; ++tries, usleep(10000)) {
    try {
      if (Xapian::Database(db).get_doccount() >= 40) break;
    } catch (const Xapian::DatabaseError&) {  // not there yet
    }
  }
  kill(pid, SIGKILL);
  CHECK(WaitForProgram(pid).exit_code == -SIGKILL);
}

TEST_CASE("After a kill the next run ends with a true manifest", "[preload]") {
  const TempDir dir;
  const std::string db = dir.At("db");
  IndexAndKill(dir, db);
  CHECK(Xapian::Database(db).get_doccount() >= 40);
  CHECK_FALSE(IsCurrent(db, kStockPolicy));
  ScriptIndex(dir, db, Records(30, 100), Preloaded());
  CHECK(IsCurrent(db, kStockPolicy));
  for (const Good& good : AllGoods())
    CHECK(ActionTag(db, good.id) != "untagged");
}

// What other programs do to the database between the two runs.
struct Meanwhile {
  const char* why;
  std::function<void(const saring_policy* other, Xapian::WritableDatabase*)>
      done;
};

const Meanwhile kMeanwhile[] = {
    {"tagged by another policy",
     [](const saring_policy* other, Xapian::WritableDatabase* db) {
       xapian::WriteManifest(other, db);
     }},
    {"begun to be tagged by another policy",
     [](const saring_policy*, Xapian::WritableDatabase* db) {
       xapian::EraseManifest(db);
     }},
    {"a document that was never tagged",
     [](const saring_policy*, Xapian::WritableDatabase* db) {
       db->add_document(Xapian::Document());
     }},
};

TEST_CASE("What was done after a kill is not taken for ours", "[preload]") {
  Shop shop;
  const Policy older = Load(shop.older);
  IndexAndKill(shop.dir, shop.db);
  for (const Meanwhile& c : kMeanwhile) {
    CAPTURE(c.why);
    const std::string db = shop.dir.At("copy");
    std::filesystem::copy(shop.db, db);
    {
      Xapian::WritableDatabase writable(db);
      c.done(older.get(), &writable);
      writable.commit();
    }
    ScriptIndex(shop.dir, db, Records(30, 100), Preloaded());
    CHECK_FALSE(IsCurrent(db, kStockPolicy));
    CHECK_FALSE(IsCurrent(db, shop.older));
    std::filesystem::remove_all(db);
  }
}

}  // namespace
}  // namespace saring
