// Faults that only folding, compiling or running a policy can show. Those that
// the loader finds are in policy_loader_test.cc.

#include "plugin/engine/compile.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/compiled.h"

namespace saring {
namespace {

// A policy of one rule, with places to put a fault into.
struct Parts {
  std::string terms = "[baju, kaos]";
  std::string except = "[]";
  std::string category = "[]";
  std::string lists = "";
  std::string rule = "";
  std::string hits = "[baju bekas]";
  std::string misses = "[baju baru, hp bekas]";
  std::string rules = "";
};

std::string PolicyOf(const Parts& p) {
  return "saring: 1\n"
         "policy: test\n"
         "revision: \"1\"\n"
         "law:\n"
         "  old: {title: Lama, article: Pasal 1, until: 2025-12-31}\n"
         "lists:\n"
         "  fashion:\n"
         "    terms: " +
         p.terms +
         "\n"
         "    except: " +
         p.except +
         "\n"
         "    category: " +
         p.category +
         "\n"
         "  used: {terms: [bekas]}\n" +
         p.lists +
         "rules:\n"
         "  - id: r\n"
         "    needs: [fashion, used]\n"
         "    action: hide\n" +
         p.rule + "    hits: " + p.hits +
         "\n"
         "    misses: " +
         p.misses + "\n" + p.rules;
}

struct Case {
  const char* why;
  Parts parts;
  std::string faults;
};

const Case kGood[] = {
    {"nothing is wrong", {}, ""},
    {"a term of 16 words",
     {.terms = "[baju, a b c d e f g h i j k l m n o p]"},
     ""},
    {"a term of another script", {.terms = "[baju, 구제, 古着, باجو]"}, ""},
    {"an exception that names its own list",
     {.except = "['toko {fashion}']"},
     ""},
    {"an exception may hold words of no term",
     {.except = "[apa saja baju]"},
     ""},
    {"an `unless` that another rule catches",
     {.lists = "  thrift: {terms: [thrift]}\n",
      .rule = "    unless: [thrift]\n",
      .rules = "  - {id: t, needs: [thrift], action: hide, hits: [thrift],"
               " misses: [drift, gift]}\n"},
     ""},
    {"a rule on the condition alone, tried",
     {.lists = "  told: {terms: [dijual], condition: [bekas]}\n",
      .rules = "  - {id: c, needs: [told], action: demote,"
               " hits: [{condition: Bekas}, {query: dijual}],"
               " misses: [{condition: baru}, {title: bekas}, bekas]}\n"},
     ""},
    {"the last day is still in force", {.rule = "    until: 2026-11-23\n"}, ""},
    {"not yet in force, and tested all the same",
     {.rule = "    from: 2027-01-01\n"},
     ""},
};

const Case kWarned[] = {
    {"nothing to soften",
     {.lists = "  own: {terms: [sendiri]}\n",
      .rules = "  - {id: s, needs: [used], softened_by: [own], action: demote,"
               " hits: [bekas], misses: [baru, lama]}\n"},
     "p.yaml:19:42: warning: `softened_by` has no effect on rule 's': it turns "
     "only hide into demote\n"},
    {"letters of two scripts in one word",
     {.terms = "[baju, b\u0430tik]"},
     "p.yaml:8:19: warning: term 'b\u0430tik' mixes letters of several scripts "
     "in one word; write it with ordinary letters, disguises are read by "
     "themselves\n"},
    {"written twice, in other letters",
     {.terms = "[baju, BAJU]"},
     "p.yaml:8:19: warning: term 'BAJU' reads the same as that of p.yaml:8; "
     "write it once\n"},
    {"expired, but its tests still run",
     {.rule = "    until: 2026-11-22\n"},
     "p.yaml:13:9: warning: rule 'r' expired on 2026-11-22 and is no longer in "
     "force\n"},
    {"law that ended",
     {.rule = "    law: [old]\n"},
     "p.yaml:13:9: warning: rule 'r' cites 'old', which ended on 2025-12-31\n"},
    {"a word that a seller could type",
     {.lists = "  magic: {terms: [sulap]}\n", .rule = "    unless: [magic]\n"},
     "p.yaml:17:14: warning: a seller can switch rule 'r' off by typing a word "
     "of 'magic', and no other rule fires then; use an exception, or "
     "`softened_by`\n"},
};

const Case kRefused[] = {
    {"a term without letters",
     {.terms = "[baju, '!!!']"},
     "p.yaml:8:19: term '!!!' folds to nothing: it has no letters or digits\n"},
    {"an exception without letters",
     {.except = "['--']"},
     "p.yaml:9:14: exception '--' folds to nothing: it has no letters or "
     "digits\n"},
    {"a category without letters",
     {.category = "['*']"},
     "p.yaml:10:16: '*' has no letters or digits that could be matched\n"},
    {"a term of 17 words",
     {.terms = "[baju, a b c d e f g h i j k l m n o p q]"},
     "p.yaml:8:19: term 'a b c d e f g h i j k l m n o p q' has 17 words; at "
     "most 16 are matched\n"},
    {"a needed list that excuses itself",
     {.except = "['{fashion}']"},
     "p.yaml:14:13: rule 'r' can never fire: list 'fashion' excuses every term "
     "of its own by '{fashion}'\n"},
    {"a hit that is a listing and lacks evidence",
     {.hits = "[baju bekas, {title: baju, condition: bekas}]"},
     "p.yaml:16:24: hit title 'baju', condition 'bekas' does not fire rule "
     "'r': "
     "no evidence of list 'used'\n"},
    {"a miss that fires by what is no title",
     {.category = "[Fashion]",
      .misses = "[baju baru, {title: bekas, category: Fashion}]"},
     "p.yaml:17:25: miss title 'bekas', category 'Fashion' fires rule 'r', by "
     "used 'bekas', fashion 'Fashion'\n"},
    {"a query that fires",
     {.misses = "[baju baru, {query: baju bekas}]"},
     "p.yaml:17:25: miss query 'baju bekas' fires rule 'r', by fashion 'baju', "
     "used 'bekas'\n"},
    {"a query for a rule on listings",
     {.rule = "    applies_to: [listing]\n",
      .hits = "[baju bekas, {query: baju bekas}]"},
     "p.yaml:17:24: hit query 'baju bekas' does not fire rule 'r': it does not "
     "apply to queries\n"},
    {"needed and forbidden",
     {.rule = "    unless: [used]\n"},
     "p.yaml:14:22: rule 'r' can never fire: 'used' stands in both `needs` and "
     "`unless`\n"},
    {"asked of queries, looked for in descriptions",
     {.lists = "  deep: {terms: [dalam], in: [description]}\n",
      .rules = "  - {id: d, needs: [deep], applies_to: [query], action: hide,"
               " hits: [dalam], misses: [drift, gift]}\n"},
     "p.yaml:19:21: rule 'd' can never fire: it applies to queries only, and "
     "list 'deep' is not looked for in titles\n"},
    {"a hit that lacks evidence",
     {.hits = "[baju baru]"},
     "p.yaml:16:12: hit 'baju baru' does not fire rule 'r': no evidence of "
     "list "
     "'used'\n"},
    {"two misses that fire",
     {.misses = "[baju bekas, kaos bekas]"},
     "p.yaml:17:14: miss 'baju bekas' fires rule 'r', by fashion 'baju', used "
     "'bekas'\n"},
};

TEST_CASE("A good policy compiles without a word", "[compile]") {
  for (const Case& c : kGood) {
    DYNAMIC_SECTION(c.why) {
      const Compiled compiled = CompileText(PolicyOf(c.parts));
      CHECK(compiled.ruleset != nullptr);
      CHECK(compiled.faults == "");
    }
  }
}

TEST_CASE("A doubtful policy compiles with a warning", "[compile]") {
  for (const Case& c : kWarned) {
    DYNAMIC_SECTION(c.why) {
      const Compiled compiled = CompileText(PolicyOf(c.parts));
      REQUIRE(compiled.ruleset != nullptr);
      CHECK_THAT(compiled.faults, Catch::Contains(c.faults));
      CHECK_THAT(compiled.ruleset->warnings, Catch::Contains("warning: "));
    }
  }
}

TEST_CASE("A bad policy is refused", "[compile]") {
  for (const Case& c : kRefused) {
    DYNAMIC_SECTION(c.why) {
      const Compiled compiled = CompileText(PolicyOf(c.parts));
      CHECK(compiled.ruleset == nullptr);
      CHECK_THAT(compiled.faults, Catch::StartsWith(c.faults));
    }
  }
}

TEST_CASE("Faults of loader and compiler are told at once", "[compile]") {
  const Compiled compiled =
      CompileText(PolicyOf({.terms = "['?']", .rule = "    wihtin: 2\n"}));
  CHECK(compiled.ruleset == nullptr);
  CHECK_THAT(compiled.faults, Catch::Contains("p.yaml:8:13: term '?' folds"));
  CHECK_THAT(compiled.faults,
             Catch::Contains("p.yaml:16:5: unknown key 'wihtin'"));
}

TEST_CASE("No message writes to the terminal what the policy has",
          "[compile]") {
  const Compiled compiled = CompileText(PolicyOf(
      {.lists = "  magic: {terms: [sulap]}\n",
       .rules = "  - {id: \"x\\u202Ey\", needs: [used], unless: [magic],"
                " action: hide, hits: [bekas], misses: [baju, baru]}\n"}));
  CHECK_THAT(compiled.faults,
             Catch::Contains("a seller can switch rule 'x<U+202E>y' off"));
  CHECK(compiled.faults.find("\u202E") == std::string::npos);
}

TEST_CASE("The fingerprint follows what verdicts depend on", "[compile]") {
  const auto fingerprint = [](const Parts& parts, Date today = kTestDay) {
    const Compiled compiled = CompileText(PolicyOf(parts), today);
    INFO(compiled.faults);
    REQUIRE(compiled.ruleset);
    return compiled.ruleset->fingerprint;
  };
  const std::string plain = fingerprint({});
  CHECK(plain.size() == 16);
  CHECK(plain == fingerprint({}));
  CHECK(plain != fingerprint({.terms = "[baju, jaket]"}));
  // Another day changes nothing until a rule comes into force.
  const Date later = std::chrono::year(2027) / 1 / 1;
  CHECK(plain == fingerprint({}, later));
  const Parts dated = {.rule = "    from: 2027-01-01\n"};
  CHECK(fingerprint(dated) != fingerprint(dated, later));
}

}  // namespace
}  // namespace saring
