// Debian's scriptindex, unchanged, with the library before it: documents are
// tagged as the adapter would tag them, and the manifest is true.

#include <saring/xapian.h>
#include <sys/stat.h>

#include <functional>
#include <memory>

#include "tests/stock_programs.h"

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) {
  return error.get_description();
}

namespace saring {
namespace {

struct PolicyFree {
  void operator()(saring_policy* policy) const { saring_policy_free(policy); }
};
using Policy = std::unique_ptr<saring_policy, PolicyFree>;

Policy Load(const std::string& path) {
  saring_policy* policy = nullptr;
  REQUIRE(saring_policy_create(path.c_str(), &policy, nullptr) == SARING_OK);
  return Policy(policy);
}

bool IsCurrent(const std::string& path, const std::string& policy,
               const xapian::Tags& tags = {}) {
  return xapian::CheckFreshness(Load(policy).get(), Xapian::Database(path),
                                tags) == xapian::Freshness::kCurrent;
}

// The terms of ours, and the value, of the document with the unique term `id`.
struct Tagging {
  std::set<std::string> terms;
  std::string value;
};

Tagging TaggingOf(const std::string& path, const std::string& id,
                  const xapian::Tags& tags = {}) {
  Xapian::Database db(path);
  const Xapian::PostingIterator at = db.postlist_begin("Q" + id);
  REQUIRE(at != db.postlist_end("Q" + id));
  const Xapian::Document document = db.get_document(*at);
  Tagging tagging;
  tagging.value = document.get_value(tags.demotion_slot);
  for (auto term = document.termlist_begin(); term != document.termlist_end();
       ++term) {
    const std::string name = *term;
    if (name.find(tags.prefix + ":") == 0) {
      tagging.terms.insert(name.substr(tags.prefix.size() + 1));
    }
  }
  return tagging;
}

// The tag of the action that `id` was tagged with.
std::string ActionTag(const std::string& path, const std::string& id) {
  const Tagging tagging = TaggingOf(path, id);
  if (tagging.terms.count("hide")) return "hide";
  if (tagging.terms.count("demote")) return "demote";
  return tagging.terms.count("tagged") ? "tagged" : "untagged";
}

std::string Records(size_t first, size_t end) {
  std::string records;
  for (size_t i = first; i < end; ++i) records += RecordOf(AllGoods()[i]);
  return records;
}

TEST_CASE("scriptindex tags every document", "[preload]") {
  const TempDir dir;
  const Said said =
      ScriptIndex(dir, dir.At("db"), Records(0, 100), Preloaded());
  CHECK(said.exit_code == 0);
  CHECK(said.err.empty());
  size_t hidden = 0, demoted = 0;
  for (const Good& good : AllGoods()) {
    CAPTURE(good.title);
    const saring_action action = ActionOn(good.title);
    const Tagging tagging = TaggingOf(dir.At("db"), good.id);
    CHECK(tagging.terms.count("tagged") == 1);
    CHECK(tagging.terms.count("hide") == (action == SARING_HIDE));
    CHECK(tagging.terms.count("demote") == (action == SARING_DEMOTE));
    CHECK(tagging.value == (action == SARING_DEMOTE ? "1" : ""));
    hidden += action == SARING_HIDE;
    demoted += action == SARING_DEMOTE;
  }
  CHECK((hidden > 10 && demoted > 5));
  CHECK(IsCurrent(dir.At("db"), kStockPolicy));
}

struct Place {
  const char* why;
  const char* script;
  const char* record;
  Variables variables;
  const char* tag;
};

const Place kPlaces[] = {
    {"the field `title`",
     "title : index field\n",
     "title=jaket bekas\n",
     {},
     "hide"},
    {"a demoted one",
     "title : index field\n",
     "title=jaket thrift\n",
     {},
     "demote"},
    {"an innocent one",
     "title : index field\n",
     "title=krim bekas\n",
     {},
     "tagged"},
    {"a field of another name",
     "nama : index field\n",
     "nama=jaket bekas\n",
     {"SARING_FIELD_TITLE=nama"},
     "hide"},
    {"a field that is named, and the title is innocent",
     "nama : field\ntitle : field\n",
     "nama=jaket\ntitle=jaket bekas\n",
     {"SARING_FIELD_TITLE=nama"},
     "tagged"},
    {"only indexed", "title : index\n", "title=jaket bekas\n", {}, "hide"},
    {"only indexed, without positions",
     "title : indexnopos\n",
     "title=jaket bekas\n",
     {},
     "hide"},
    {"only indexed, as a title",
     "title : index=S\n",
     "title=jaket bekas\n",
     {},
     "hide"},
    {"a title goes before other text",
     "text : index\ntitle : index=S\n",
     "text=jaket bekas\ntitle=jaket\n",
     {},
     "tagged"},
    {"a field goes before indexed text",
     "title : field\ntext : index\n",
     "title=jaket\ntext=jaket bekas\n",
     {},
     "tagged"},
    {"under another prefix it is no title",
     "title : field\nmerek : index=XM\n",
     "title=jaket\nmerek=bekas\n",
     {},
     "tagged"},
    {"in two pieces",
     "title : index\nmore : index\n",
     "title=jaket\nmore=bekas\n",
     {},
     "hide"},
    {"in disguise", "title : field\n", "title=jaket b3k4s\n", {}, "hide"},
    {"nothing of itself", "x : value=0\n", "x=1\n", {}, "untagged"},
    {"text only under another prefix",
     "merek : index=XM\n",
     "merek=jaket bekas\n",
     {},
     "untagged"},
};

TEST_CASE("A title is read wherever the program puts it", "[preload]") {
  for (const Place& c : kPlaces) {
    CAPTURE(c.why);
    const TempDir dir;
    const std::string script = "id : boolean=Q unique=Q\n";
    const Said said =
        ScriptIndex(dir, dir.At("db"), std::string("id=1\n") + c.record,
                    Preloaded(c.variables), script + c.script);
    CHECK(said.exit_code == 0);
    CHECK(ActionTag(dir.At("db"), "1") == c.tag);
    const bool untagged = std::string(c.tag) == "untagged";
    CHECK((said.err.find("a document has no title") != said.err.npos) ==
          untagged);
    CHECK(IsCurrent(dir.At("db"), kStockPolicy) == !untagged);
  }
}

TEST_CASE("Text of one record is not text of the next", "[preload]") {
  const TempDir dir;
  ScriptIndex(dir, dir.At("db"),
              "id=1\ntitle=jaket bekas\n\nid=2\ntitle=jaket\n\nid=3\nx=1\n",
              Preloaded(),
              "id : boolean=Q unique=Q\ntitle : index\nx : value=0\n");
  CHECK(ActionTag(dir.At("db"), "1") == "hide");
  CHECK(ActionTag(dir.At("db"), "2") == "tagged");
  CHECK(ActionTag(dir.At("db"), "3") == "untagged");
}

TEST_CASE("A record that is replaced is tagged anew", "[preload]") {
  const TempDir dir;
  const std::string db = dir.At("db");
  ScriptIndex(dir, db, "id=1\ntitle=jaket bekas\n", Preloaded());
  REQUIRE(ActionTag(db, "1") == "hide");
  ScriptIndex(dir, db, "id=1\ntitle=jaket thrift\n", Preloaded());
  CHECK(ActionTag(db, "1") == "demote");
  ScriptIndex(dir, db, "id=1\ntitle=jaket merah\n", Preloaded());
  CHECK(ActionTag(db, "1") == "tagged");
  CHECK(TaggingOf(db, "1").terms == std::set<std::string>{"tagged"});
  CHECK(TaggingOf(db, "1").value.empty());
  CHECK(Xapian::Database(db).get_doccount() == 2);  // it, and the manifest
}

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

TEST_CASE("Without a policy documents are refused, unless that is wanted",
          "[preload]") {
  const TempDir dir;
  const std::string records = "id=1\ntitle=jaket bekas\n";
  for (const char* fault : {"SARING_POLICY=/nowhere.yaml", "SARING_SLOT=x"}) {
    CAPTURE(fault);
    const std::string closed = dir.At("closed");
    const Said refused = ScriptIndex(dir, closed, records, Preloaded({fault}));
    CHECK(refused.exit_code != 0);
    CHECK(refused.err.find("documents are refused") != std::string::npos);
    CHECK(Xapian::Database(closed).get_doccount() == 0);

    const std::string open = dir.At("open");
    const Said written =
        ScriptIndex(dir, open, records, Preloaded({fault, "SARING_FAIL=open"}));
    CHECK(written.exit_code == 0);
    CHECK(written.err.find("written untagged") != std::string::npos);
    CHECK(ActionTag(open, "1") == "untagged");
    CHECK_FALSE(IsCurrent(open, kStockPolicy));
  }
}

TEST_CASE("Tags go where the environment says", "[preload]") {
  const TempDir dir;
  xapian::Tags tags;
  tags.prefix = "XTOKO";
  tags.demotion_slot = 12;
  const Variables variables =
      Preloaded({"SARING_PREFIX=XTOKO", "SARING_SLOT=12"});
  ScriptIndex(dir, dir.At("db"), Records(0, 100), variables);
  for (const Good& good : AllGoods()) {
    const Tagging tagging = TaggingOf(dir.At("db"), good.id, tags);
    CHECK(tagging.terms.count("tagged") == 1);
    CHECK((tagging.value == "1") == (ActionOn(good.title) == SARING_DEMOTE));
  }
  CHECK(IsCurrent(dir.At("db"), kStockPolicy, tags));
  const std::vector<std::string> quest = {"quest", "-s", "none",       "-m",
                                          "1000",  "-d", dir.At("db"), "jaket"};
  CHECK(IdsOn(RunStock(quest, variables).out) ==
        Sieved(IdsOn(RunStock(quest, {}).out)));
}

}  // namespace
}  // namespace saring
