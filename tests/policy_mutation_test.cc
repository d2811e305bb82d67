// Whatever happens to a good policy on its way: the loader never fails other
// than with a fault, and what it returns can be walked through.

#include <catch2/catch.hpp>
#include <random>

#include "tests/loaded.h"

namespace saring {
namespace {

constexpr std::string_view kPolicy = R"(saring: 1
policy: used-imports
revision: "2026-11-23.1"
law:
  permen: {title: "Judul", article: Pasal 2, hs: ["6309.00.00"], from: 2025-07-16}
abbreviations: {jkt: jaket, "no": nomor}
ordinary: {words: [bekasi, 'bekal'], words_from: words.txt}
lists:
  fashion:
    noun: true
    terms: [baju, kaos, "{knit} tebal"]
    terms_from: [words.txt]
    in: [title, description]
    category: ["Fashion*"]
    except:
      - baju {number}   # a size
      - "{fashion} é"
  knit: {terms: [rajut]}
  used: {terms: [bekas], condition: [used]}
rules:
  - id: used-fashion
    needs: [fashion, used]
    softened_by: [knit]
    within: 3
    action: demote
    answer: {without: [used]}
    law: [permen]
    notice:
      buyer: >
        Barang ini dilarang.
      seller: |
        Hapus.
    hits: [baju bekas, {title: kaos, condition: used}, {query: baju second}]
    misses: [krim bekas, baju baru]
)";

// Every place that a fault could be told of must be a place in a file.
void CheckPlace(const Policy& policy, const Place& place) {
  REQUIRE(place.file < policy.files.size());
  REQUIRE(place.line > 0);
  REQUIRE(place.column > 0);
}

void CheckTexts(const Policy& policy, const std::vector<Written>& texts) {
  for (const Written& text : texts) {
    CheckPlace(policy, text.place);
    REQUIRE_FALSE(text.text.empty());
  }
}

void CheckExamples(const Policy& policy, const std::vector<Example>& examples) {
  for (const Example& example : examples) CheckPlace(policy, example.place);
}

void CheckLoaded(const Loaded& loaded) {
  for (const std::string& message : loaded.messages) {
    REQUIRE_FALSE(message.empty());
  }
  if (!loaded.policy) {
    REQUIRE(loaded.has_errors);
    return;
  }
  const Policy& policy = *loaded.policy;
  CheckTexts(policy, policy.ordinary.words);
  for (const TermList& list : policy.lists) {
    CheckTexts(policy, {list.name});
    CheckTexts(policy, list.terms);
    CheckTexts(policy, list.exceptions);
  }
  for (const Rule& rule : policy.rules) {
    CheckTexts(policy, rule.needs);
    CheckExamples(policy, rule.hits);
    CheckExamples(policy, rule.misses);
    if (loaded.has_errors) continue;
    CheckTexts(policy, {rule.id});
    REQUIRE_FALSE(rule.needs.empty());
    REQUIRE_FALSE(rule.hits.empty());
    REQUIRE(rule.misses.size() >= 2);
    REQUIRE(rule.action > Action::kShow);
  }
  if (loaded.has_errors) return;
  REQUIRE(policy.name.text.size() > 0);
}

void Mutate(std::mt19937* rng, std::string* text) {
  static constexpr std::string_view kPieces[] = {"{",
                                                 "}",
                                                 "[",
                                                 "]",
                                                 ":",
                                                 ": ",
                                                 "- ",
                                                 "? ",
                                                 "\n",
                                                 " ",
                                                 "  ",
                                                 "\"",
                                                 "'",
                                                 "&a ",
                                                 "*a",
                                                 "!t ",
                                                 "|",
                                                 ">",
                                                 "#",
                                                 "%",
                                                 "@",
                                                 "~",
                                                 "null",
                                                 "no",
                                                 ",",
                                                 "\t",
                                                 "\xFF",
                                                 "\xC3",
                                                 std::string_view("\0", 1),
                                                 "\x04",
                                                 "\r",
                                                 "\u200B",
                                                 "{used}",
                                                 "{number}",
                                                 "---\n",
                                                 "...\n",
                                                 "id: x\n",
                                                 "\\"};
  const auto piece = [&] { return kPieces[(*rng)() % std::size(kPieces)]; };
  const size_t at = text->empty() ? 0 : (*rng)() % text->size();
  const size_t size = (*rng)() % 8;
  switch ((*rng)() % 6) {
    case 0:
      text->insert(at, piece());
      break;
    case 1:
      text->erase(at, size);
      break;
    case 2:
      text->replace(at, size, piece());
      break;
    case 3:
      text->insert(at, text->substr((*rng)() % (text->size() + 1), 40));
      break;
    case 4:
      if (!text->empty()) (*text)[at] ^= static_cast<char>(1 << (*rng)() % 8);
      break;
    default:
      if ((*rng)() % 8 == 0) text->resize(at);
      break;
  }
}

Loaded LoadMutant(const std::string& policy, const std::string& words) {
  const TempDir dir;
  dir.Write("p.yaml", policy);
  dir.Write("words.txt", words);
  return LoadFrom(dir, "p.yaml");
}

TEST_CASE("The unchanged policy is good", "[policy_mutation]") {
  const Loaded loaded = LoadMutant(std::string(kPolicy), "tambun\n");
  CHECK(loaded.messages == std::vector<std::string>());
  CheckLoaded(loaded);
}

TEST_CASE("Random changes end in a policy or in faults", "[policy_mutation]") {
  const unsigned seed = GENERATE(range(0u, 3000u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  std::string policy(kPolicy);
  std::string words = "tambun\n# x\n{knit}\nrompi rajut\n";
  for (unsigned left = 1 + rng() % 6; left > 0; --left) {
    Mutate(&rng, rng() % 5 == 0 ? &words : &policy);
  }
  CAPTURE(policy, words);
  CheckLoaded(LoadMutant(policy, words));
}

TEST_CASE("A policy cut anywhere is refused or whole", "[policy_mutation]") {
  const size_t size = GENERATE(range(size_t{0}, kPolicy.size()));
  CAPTURE(size);
  const Loaded loaded =
      LoadMutant(std::string(kPolicy.substr(0, size)), "tambun\n");
  CheckLoaded(loaded);
  // The last text may lose letters without a fault, but no quote or bracket.
  if (!loaded.has_errors) CHECK(size + 2 >= kPolicy.size());
}

}  // namespace
}  // namespace saring
