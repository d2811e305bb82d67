// What a good policy becomes.

#include "config/policy_loader.h"

#include <catch2/catch.hpp>

#include "tests/loaded.h"

namespace saring {
namespace {

struct Good {
  const char* why;
  std::string from, to;  // what is changed in the good policy
};

const Good kGood[] = {
    {"as it stands", "saring: 1", "saring: 1"},
    {"a revision", "policy: p", "policy: p\nrevision: 2026-11-23"},
    {"a quoted no is a word", "[baju]", "[baju, \"no\", 'Yes', \"null\"]"},
    {"numbers, and words that begin like no", "[baju]",
     "[501, 2.5, nope, online, offset, y, n, nullable]"},
    {"a list that only a category fills", "{terms: [baju]}",
     "{category: [Fashion*]}"},
    {"no exceptions", "[baju]", "[baju], except: []"},
    {"a list may except itself", "[baju]", "[baju], except: ['bukan {a}']"},
    {"lists may except each other", "[baju]", "['{b}'], except: ['{b} {a}']"},
    {"one list names another", "[baju]", "[baju, '{b}', 'bal {b}']"},
    {"two lists name a third", "{terms: [baju]}",
     "{terms: ['{b}', '{c}']}\n  c: {terms: ['{b}']}"},
    {"a built-in name", "[baju]", "['{number} potong', baju]"},
    {"names with - and _", "{terms: [baju]}",
     "{terms: ['{own-or_local2}']}\n  own-or_local2: {terms: [x]}"},
    {"a term of the greatest length", "baju]",
     std::string(kMaxTermBytes, 'a') + "]"},
    {"a notice of the greatest length", "action: hide",
     "action: hide\n    notice: {buyer: " + std::string(kMaxScalarBytes, 'a') +
         "}"},
    {"other scripts", "[baju]", "[구제, 古着, \"باجو\", é, e\u0301]"},
    {"the same term twice is for the compiler", "[baju]", "[baju, baju]"},
    {"invisible characters in a text to be found", "[baju bekas]",
     "[\"ba\\u200bju bekas\"]"},
    {"both fields", "[baju]", "[baju], in: [title, description]"},
    {"a noun", "[baju]", "[baju], noun: True"},
    {"a list that only an exception uses", "{terms: [baju]}",
     "{terms: [baju], except: ['{c} x']}\n  c: {terms: [luka]}"},
    {"a list that only an answer uses", "action: hide\n",
     "action: hide\n    answer: {without: [b]}\n"},
    {"review", "action: hide", "action: review"},
    {"quoted values", "action: hide", "\"action\": 'hide'"},
    {"one day", "action: hide",
     "action: hide\n    from: 2026-01-01\n    until: \"2026-01-01\""},
    {"a day long past is for the compiler", "action: hide",
     "action: hide\n    until: 1999-12-31"},
    {"an empty answer", "action: hide", "action: hide\n    answer: empty"},
    {"a law", "action: hide", "action: hide\n    law: [l]"},
    {"`only` may repeat what is needed", "action: hide",
     "action: hide\n    only: [a, b]"},
    {"as far apart as may be", "action: hide",
     "action: hide\n    within: 1000"},
    {"nouns count where the first good does", "bekas]}\nrules:\n  - id: r\n",
     "bekas]}\n  c: {noun: true, terms: [rak]}\n"
     "  d: {noun: true, terms: [meja]}\n"
     "rules:\n  - id: r\n    unless_first: [c]\n"},
    {"a notice of several lines", "action: hide",
     "action: hide\n    notice:\n      buyer: >\n        Satu\n        dua."},
    {"examples of a query and of a listing", "[krim bekas, baju baru]",
     "[krim bekas, {query: baju baru}, {title: baju, condition: baru}]"},
    {"a notice by its name", "rules:\n  - id: r\n",
     "notices: {sorry: {buyer: Maaf}}\nrules:\n  - id: r\n    notice: sorry\n"},
    {"a notice that is written below", "    misses: [krim bekas, baju baru]\n",
     "    misses: [krim bekas, baju baru]\n    notice: sorry\n"
     "notices: {sorry: {buyer: Maaf}}\n"},
    {"Windows line ends", "saring: 1\n", "saring: 1\r\n"},
    {"a byte order mark", "saring: 1\n", "\xEF\xBB\xBFsaring: 1\n"},
    {"the marks of a document", "saring: 1\n", "%YAML 1.2\n---\nsaring: 1\n"},
    {"a comment with special characters", "saring: 1\n",
     "# & * ! {a} \xC3\xA9\nsaring: 1\n"},
};

TEST_CASE("A good policy loads without a word", "[policy_loader]") {
  for (const Good& good : kGood) {
    DYNAMIC_SECTION(good.why) {
      const std::string text = Changed(good.from, good.to);
      CAPTURE(text);
      const Loaded loaded = LoadText(text);
      CHECK(loaded.messages == std::vector<std::string>());
      CHECK(loaded.policy.has_value());
    }
  }
}

constexpr std::string_view kEverything = R"(saring: 1
policy: used-imports
revision: "2026-11-23.1"
law:
  permendag:
    {title: Judul, article: Pasal 2, hs: ["6309.00.00"], from: 2025-07-16,
     until: 2026-12-31}
abbreviations: {jkt: jaket, "no": nomor}
ordinary: {words: [bekasi], words_from: places.txt, dictionaries: [id_ID]}
lists:
  fashion:
    noun: true
    terms: [baju, "kaos  kaki"]
    terms_from: [more.txt, deep/er.txt]
    in: [description]
    category: ["Fashion*"]
    condition: [used]
    except: ["baju {number}"]
  used: {noun: true, terms: [bekas]}
notices:
  sorry: {buyer: Sayang, seller: Ganti}
rules:
  - id: used-fashion
    needs: [fashion, used]
    unless_first: [used]
    softened_by: [used]
    unless: [used]
    only: [fashion]
    within: 3
    applies_to: [listing]
    action: demote
    answer: {without: [used]}
    from: 2026-01-01
    until: 2026-02-01
    law: [permendag]
    notice: {buyer: Maaf, seller: Hapus}
    hits: [baju bekas]
    misses: [a, b]
  - id: plain
    needs: [used]
    action: hide
    notice: sorry
    hits:
      - x
      - query: q
      - {title: t, description: d, category: c, condition: u}
    misses: [y, z]
)";

std::string Shown(const Policy& policy, const std::vector<Written>& texts) {
  std::string shown;
  for (const Written& text : texts) {
    shown += text.text + "@" + std::to_string(text.place.file) + ":" +
             std::to_string(text.place.line) + ":" +
             std::to_string(text.place.column) + " ";
    REQUIRE(text.place.file < policy.files.size());
  }
  return shown;
}

std::string Shown(const Policy& policy, const std::vector<Example>& examples) {
  std::string shown;
  for (const Example& example : examples) {
    std::string text = example.text;
    if (example.kind == Example::Kind::kQuery) text = "query " + text;
    if (example.kind == Example::Kind::kListing) {
      text += "/" + example.description + "/" + example.category + "/" +
              example.condition;
    }
    shown += Shown(policy, std::vector<Written>{{text, example.place}});
  }
  return shown;
}

void CheckRules(const Policy& policy) {
  const Date kFrom = std::chrono::year(2026) / 1 / 1;
  const Date kUntil = std::chrono::year(2026) / 2 / 1;
  REQUIRE(policy.rules.size() == 2);
  const Rule& rule = policy.rules[0];
  CHECK(rule.id.text == "used-fashion");
  CHECK(Shown(policy, rule.needs) == "fashion@0:24:13 used@0:24:22 ");
  CHECK(Shown(policy, rule.unless_first) == "used@0:25:20 ");
  CHECK(Shown(policy, rule.softened_by) == "used@0:26:19 ");
  CHECK(Shown(policy, rule.unless) == "used@0:27:14 ");
  CHECK(Shown(policy, rule.only) == "fashion@0:28:12 ");
  CHECK(rule.within == 3u);
  CHECK_FALSE(rule.applies_to_query);
  CHECK(rule.applies_to_listing);
  CHECK(rule.action == Action::kDemote);
  CHECK(rule.answer.kind == Answer::Kind::kWithout);
  CHECK(Shown(policy, rule.answer.lists) == "used@0:32:24 ");
  CHECK((rule.from == kFrom && rule.until == kUntil));
  CHECK(Shown(policy, rule.law) == "permendag@0:35:11 ");
  CHECK(rule.notice.buyer == "Maaf");
  CHECK(rule.notice.seller == "Hapus");
  CHECK(Shown(policy, rule.hits) == "baju bekas@0:37:12 ");
  CHECK(Shown(policy, rule.misses) == "a@0:38:14 b@0:38:17 ");

  const Rule& plain = policy.rules[1];
  CHECK(plain.action == Action::kHide);
  CHECK((plain.applies_to_query && plain.applies_to_listing));
  CHECK(plain.answer.kind == Answer::Kind::kClean);
  CHECK_FALSE(plain.within.has_value());
  CHECK_FALSE(plain.from.has_value());
  CHECK(plain.notice.buyer == "Sayang");
  CHECK(plain.notice.seller == "Ganti");
  CHECK(Shown(policy, plain.hits) == "x@0:44:9 query q@0:45:9 t/d/c/u@0:46:9 ");
}

TEST_CASE("Every key of a policy arrives", "[policy_loader]") {
  const TempDir dir;
  dir.Write("p.yaml", kEverything);
  dir.Write("places.txt", "tambun\r\n\n  # not Jakarta\n\tcikarang ");
  dir.Write("more.txt", "\xEF\xBB\xBF# more\njaket kulit");
  dir.Write("deep/er.txt", "topi\n");
  const Loaded loaded = LoadFrom(dir, "p.yaml");
  REQUIRE(loaded.messages == std::vector<std::string>());
  const Policy& policy = *loaded.policy;

  CHECK(policy.files ==
        std::vector<std::string>{dir.At("p.yaml"), dir.At("places.txt"),
                                 dir.At("more.txt"), dir.At("deep/er.txt")});
  CHECK(policy.name.text == "used-imports");
  CHECK(policy.revision == "2026-11-23.1");
  REQUIRE(policy.laws.size() == 1);
  const LawReference& law = policy.laws[0];
  CHECK(law.id.text + "|" + law.title + "|" + law.article + "|" + law.hs.at(0) +
            "|" + FormatDate(*law.from) + "|" + FormatDate(*law.until) ==
        "permendag|Judul|Pasal 2|6309.00.00|2025-07-16|2026-12-31");
  REQUIRE(policy.abbreviations.size() == 2);
  CHECK(policy.abbreviations[1].short_form.text == "no");
  CHECK(policy.abbreviations[1].meaning.text == "nomor");
  CHECK(Shown(policy, policy.ordinary.words) ==
        "bekasi@0:9:20 tambun@1:1:1 cikarang@1:4:2 ");
  CHECK(Shown(policy, policy.ordinary.dictionaries) == "id_ID@0:9:68 ");
  REQUIRE(policy.lists.size() == 2);
  const TermList& list = policy.lists[0];
  CHECK(list.noun);
  CHECK(Shown(policy, list.terms) ==
        "baju@0:13:13 kaos  kaki@0:13:19 jaket kulit@2:2:1 topi@3:1:1 ");
  CHECK(list.fields == std::vector<Field>{Field::kDescription});
  CHECK(Shown(policy, list.categories) == "Fashion*@0:16:16 ");
  CHECK(Shown(policy, list.conditions) == "used@0:17:17 ");
  CHECK(Shown(policy, list.exceptions) == "baju {number}@0:18:14 ");
  CHECK(policy.lists[1].fields == std::vector<Field>{Field::kTitle});
  CheckRules(policy);
}

TEST_CASE("Columns count bytes", "[policy_loader]") {
  const Loaded loaded =
      LoadText(Changed("[baju]", "[\u00E9\u5DF2, \"\U0001F600\" , 'x', baju]"));
  REQUIRE(loaded.policy.has_value());
  CHECK(Shown(*loaded.policy, loaded.policy->lists[0].terms) ==
        "\u00E9\u5DF2@0:6:15 \U0001F600@0:6:22 x@0:6:31 baju@0:6:36 ");
}

TEST_CASE("The hash is of the bytes of all files", "[policy_loader]") {
  const TempDir one, other;
  const std::string text =
      Changed("terms: [baju]", "terms_from: [x.txt, y.txt]");
  for (const TempDir* dir : {&one, &other}) {
    dir->Write("p.yaml", text);
    dir->Write("x.txt", "baju\n");
    dir->Write("y.txt", "kaos\n");
  }
  const auto hash = [](const TempDir& dir) {
    const Loaded loaded = LoadFrom(dir, "p.yaml");
    REQUIRE(loaded.messages == std::vector<std::string>());
    return loaded.policy->content_hash;
  };
  const uint64_t before = hash(one);
  CHECK(hash(other) == before);
  other.Write("y.txt", "kaos");
  CHECK(hash(other) != before);
  other.Write("y.txt", "");
  other.Write("x.txt", "baju\nkaos\n");
  CHECK(hash(other) != before);
  other.Write("x.txt", "kaos\n");
  other.Write("y.txt", "baju\n");
  CHECK(hash(other) != before);
}

}  // namespace
}  // namespace saring
