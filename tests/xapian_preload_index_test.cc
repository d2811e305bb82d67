// Debian's scriptindex, unchanged, with the library before it: documents are
// tagged as the adapter would tag them.

#include "tests/stock_index.h"

namespace saring {
namespace {

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
