// What is said about a bad policy: all of it, in words that help.

#include <catch2/catch.hpp>

#include "tests/bad_policies.h"

namespace saring {
namespace {

TEST_CASE("Keys are checked", "[policy_faults]") {
  CheckAll({
      {"a slip in a key",
       "action: hide",
       "actoin: hide",
       {"p.yaml:9:5: a rule needs the key 'action': hide, demote or review",
        "p.yaml:11:5: unknown key 'actoin'; did you mean 'action'?"}},
      {"a key that is like none",
       "{words: [bekasi]}",
       "{words: [bekasi], places: [x]}",
       {"p.yaml:4:29: unknown key 'places'; the keys of ordinary are words, "
        "words_from, dictionaries"}},
      {"an unknown key at the top",
       "policy: p\n",
       "policy: p\nlist: {}\n",
       {"p.yaml:3:1: unknown key 'list'; did you mean 'lists'?"}},
      {"a merge key is a key like others",
       "{title: T}",
       "{title: T, <<: {}}",
       {"p.yaml:3:21: unknown key '<<'; the keys of a law are title, article, "
        "hs, from, until"}},
      {"a key given twice",
       "action: hide",
       "action: hide\n    action: demote",
       {"p.yaml:12:5: key 'action' is given twice, first on line 11"}},
      {"a list given twice",
       "  b: {terms: [bekas]}",
       "  b: {terms: [bekas]}\n  b: {terms: [second]}",
       {"p.yaml:8:3: list 'b' is given twice, first on line 7"}},
      {"a law given twice",
       "{l: {title: T}}",
       "{l: {title: T}, l: {title: U}}",
       {"p.yaml:3:22: law 'l' is given twice, first on line 3"}},
      {"a rule given twice",
       "  - id: r\n",
       "  - {id: r, needs: [a], action: hide, hits: [x], misses: [y, z]}\n"
       "  - id: r\n",
       {"p.yaml:10:9: rule id 'r' is given twice, first on line 9"}},
      {"a key that is no text",
       "{title: T}",
       "{title: T, [a]: b}",
       {"p.yaml:3:21: a key must be a text"}},
      {"an abbreviation given twice",
       "policy: p\n",
       "policy: p\nabbreviations: {jkt: jaket, jkt: Jakarta}\n",
       {"p.yaml:3:29: abbreviation 'jkt' is given twice, first on line 3"}},
      {"almost nothing",
       std::string(kGoodPolicy),
       "saring: 1\n",
       {"p.yaml:1:1: a policy needs the key 'policy': a name of a-z, 0-9 and "
        "-",
        "p.yaml:1:1: a policy needs the key 'lists': a map from names to lists "
        "of terms",
        "p.yaml:1:1: a policy needs the key 'rules': a list of rules"}},
  });
}

TEST_CASE("Values are checked", "[policy_faults]") {
  CheckAll({
      {"another version",
       "saring: 1",
       "saring: 2",
       {"p.yaml:1:9: 'saring': expected 1, the version of the policy language, "
        "found '2'"}},
      {"a slip in an action",
       "action: hide",
       "action: hied",
       {"p.yaml:11:13: 'action': expected hide, demote or review, found "
        "'hied'; "
        "did you mean 'hide'?"}},
      {"an action that no rule may ask for",
       "action: hide",
       "action: show",
       {"p.yaml:11:13: 'action': expected hide, demote or review, found "
        "'show'"}},
      {"a text for a list",
       "needs: [a, b]",
       "needs: a",
       {"p.yaml:6:3: warning: no rule uses the list 'a'",
        "p.yaml:7:3: warning: no rule uses the list 'b'",
        "p.yaml:10:12: 'needs': expected a list of list names, found 'a'"}},
      {"a map in a list of texts",
       "[baju]",
       "[baju, kaos: kaki]",
       {"p.yaml:6:21: 'terms': expected a list of terms, found a map"}},
      {"nothing where a value belongs",
       "action: hide",
       "action:",
       {"p.yaml:11:5: 'action': expected hide, demote or review, found "
        "nothing; "
        "a plain ~ or null means nothing, put quotes around it if it is the "
        "word"}},
      {"null as a term",
       "[baju]",
       "[baju, null]",
       {"p.yaml:6:21: 'terms': expected a list of terms, found nothing; a "
        "plain "
        "~ or null means nothing, put quotes around it if it is the word"}},
      {"a missing term",
       "{terms: [baju]}",
       "\n    terms:\n      - baju\n      -\n      - kaos",
       {"p.yaml:9:7: 'terms': expected a list of terms, found nothing; a plain "
        "~ "
        "or null means nothing, put quotes around it if it is the word"}},
      {"a blank term",
       "[baju]",
       "[baju, \"\", ' ']",
       {"p.yaml:6:21: 'terms': expected a list of terms, found an empty text",
        "p.yaml:6:25: 'terms': expected a list of terms, found ' '"}},
      {"words that others read as yes or no",
       "[baju]",
       "[no, On, FALSE, yes]",
       {"p.yaml:6:15: write \"no\" in quotes: other YAML programs read a plain "
        "no as false",
        "p.yaml:6:19: write \"On\" in quotes: other YAML programs read a plain "
        "On as true",
        "p.yaml:6:23: write \"FALSE\" in quotes: other YAML programs read a "
        "plain FALSE as false",
        "p.yaml:6:30: write \"yes\" in quotes: other YAML programs read a "
        "plain "
        "yes as true"}},
      {"one of them as a key",
       "policy: p\n",
       "policy: p\nabbreviations: {no: nomor}\n",
       {"p.yaml:3:17: write \"no\" in quotes: other YAML programs read a plain "
        "no as false"}},
      {"no number",
       "action: hide",
       "action: hide\n    within: two",
       {"p.yaml:12:13: 'within': expected a number of words from 1 to 1000, "
        "found 'two'"}},
      {"too small a number",
       "action: hide",
       "action: hide\n    within: 0",
       {"p.yaml:12:13: 'within': expected a number of words from 1 to 1000, "
        "found '0'"}},
      {"yes is not true",
       "[baju]",
       "[baju], noun: yes",
       {"p.yaml:6:28: 'noun': expected true or false, found 'yes'"}},
      {"an unknown field",
       "[baju]",
       "[baju], in: [tite]",
       {"p.yaml:6:27: 'in': expected a list of title and description, found "
        "'tite'; did you mean 'title'?"}},
      {"neither queries nor listings",
       "action: hide",
       "action: hide\n    applies_to: []",
       {"p.yaml:12:17: 'applies_to': expected a list of query and listing, at "
        "least 1, found 0"}},
      {"a day that does not exist",
       "action: hide",
       "action: hide\n    from: 2026-02-29",
       {"p.yaml:12:11: 'from': expected a day such as 2026-11-23, found "
        "'2026-02-29'"}},
      {"the last day before the first",
       "action: hide",
       "action: hide\n    from: 2026-03-01\n    until: 2026-02-28",
       {"p.yaml:13:12: 'until': 2026-02-28 is before 'from', 2026-03-01"}},
      {"an answer that is none",
       "action: hide",
       "action: hide\n    answer: clear",
       {"p.yaml:12:13: 'answer': expected clean, empty or {without: [lists]}, "
        "found 'clear'; did you mean 'clean'?"}},
      {"an answer without lists",
       "action: hide",
       "action: hide\n    answer: {without: []}",
       {"p.yaml:12:23: 'without': expected a list of list names, at least 1, "
        "found 0"}},
      {"too few tests",
       "[krim bekas, baju baru]",
       "[krim bekas]",
       {"p.yaml:13:13: 'misses': expected a list of texts or listings that "
        "the rule must not fire on, at least 2, found 1"}},
      {"an example that is a query and a listing",
       "[krim bekas, baju baru]",
       "[krim bekas, {query: baju, title: baju}]",
       {"p.yaml:13:26: an example is a query or a listing, not both: leave out "
        "'query' or all else"}},
      {"an example of nothing",
       "[krim bekas, baju baru]",
       "[krim bekas, {}]",
       {"p.yaml:13:26: an example needs a query, or a title, description, "
        "category or condition"}},
      {"a slip in the key of an example",
       "[krim bekas, baju baru]",
       "[krim bekas, {titel: baju}]",
       {"p.yaml:13:27: unknown key 'titel'; did you mean 'title'?"}},
      {"an example within an example",
       "[krim bekas, baju baru]",
       "[krim bekas, [baju baru]]",
       {"p.yaml:13:26: 'misses': expected a list of texts or listings that the "
        "rule must not fire on, found a list"}},
      {"a notice that there is none of",
       "rules:\n  - id: r\n",
       "notices: {sorry: {buyer: Maaf}}\nrules:\n  - id: r\n    notice: sory\n",
       {"p.yaml:8:11: warning: no rule uses the notice 'sorry'",
        "p.yaml:11:13: there is no notice 'sory'; did you mean 'sorry'?"}},
      {"a notice that is a text",
       "rules:\n  - id: r\n",
       "notices: {sorry: Maaf}\nrules:\n  - id: r\n    notice: sorry\n",
       {"p.yaml:8:18: 'notices': expected a map of buyer and seller, found "
        "'Maaf'"}},
      {"a rule that is no map",
       "    misses: [krim bekas, baju baru]\n",
       "    misses: [krim bekas, baju baru]\n  - hide\n",
       {"p.yaml:14:5: 'rules': expected a map of id, needs, action, hits, "
        "misses and more, found 'hide'"}},
  });
}

TEST_CASE("Nothing to look at gives one fault", "[policy_faults]") {
  const std::pair<const char*, const char*> kTable[] = {
      {"",
       "p.yaml:0:0: 'policy': expected a map of saring, policy, lists and "
       "rules, found nothing; a plain ~ or null means nothing, put quotes "
       "around it if it is the word"},
      {"# nothing\n",
       "p.yaml:0:0: 'policy': expected a map of saring, policy, lists and "
       "rules, found nothing; a plain ~ or null means nothing, put quotes "
       "around it if it is the word"},
      {"- a\n",
       "p.yaml:1:1: 'policy': expected a map of saring, policy, lists and "
       "rules, found a list"},
      {"a: b: c\n",
       "p.yaml:1:5: a ':' cannot stand here; put text that holds one in "
       "quotes"},
      {"a: [b\nc: d\n", "p.yaml:2:2: a ',' or the closing ']' is missing"},
      {"a: \"b\n", "p.yaml:1:4: a quote is opened and never closed"},
      {"a: b\n  c: d\n",
       "p.yaml:2:4: a ':' cannot stand here; put text that holds one in "
       "quotes"},
      {"a:\n\t- b\n", "p.yaml:2:2: a '-' cannot stand here"},
      {"a: @b\n",
       "p.yaml:1:4: text cannot begin with this character; put it in quotes"},
  };
  for (const auto& [text, message] : kTable) {
    CAPTURE(text);
    const Loaded loaded = LoadText(text);
    CHECK(loaded.messages == Messages{message});
    CHECK_FALSE(loaded.policy.has_value());
  }
}

}  // namespace
}  // namespace saring
