// What dictionaries tell, whatever the policy, and who shares it.

#include "plugin/engine/language_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/compiled.h"
#include "tests/temp_dir.h"
#include "tests/word_set.h"

namespace saring {
namespace {

constexpr char kAffixes[] =
    "SET UTF-8\n"
    "SFX A Y 2\nSFX A 0 nya .\nSFX A 0 nyalah .\n"
    "SFX C Y 1\nSFX C 0 lah .\n"
    "PFX B Y 1\nPFX B 0 ber .\n";

Dictionary Read(const TempDir& dir, const std::string& name,
                const std::string& words) {
  dir.Write(name + ".aff", kAffixes);
  dir.Write(name + ".dic", words);
  FaultList faults;
  std::string problem;
  auto dictionary = Dictionary::Read(dir.path(), name, &faults, &problem);
  INFO(problem);
  REQUIRE(dictionary);
  return *std::move(dictionary);
}

std::vector<Dictionary> ReadAll(const std::vector<std::string>& words) {
  const TempDir dir;
  std::vector<Dictionary> dictionaries;
  for (const std::string& one : words) {
    dictionaries.push_back(Read(dir, "x", one));
  }
  return dictionaries;
}

struct Case {
  const char* why;
  std::vector<std::string> dictionaries;
  std::string accidents;  // a space between
};

// By the terms baju, nas, uang, kas, kasnya and be.
const Case kCases[] = {
    {"no word, no accident", {}, ""},
    {"a form of the term's own word", {"baju/A\n"}, ""},
    {"the same with a prefix", {"baju/B\n"}, ""},
    {"with two clitics", {"kas/A\n"}, ""},
    {"no term's word in it", {"mejaku\n"}, ""},
    {"a term's word of two letters", {"benya\n"}, ""},
    {"a term's word that ends as a word with a clitic", {"bekas\n"}, ""},
    {"a manuscript is nothing with nas", {"naskah\n"}, "naskah"},
    {"a bear has no money", {"beruang\n"}, "beruang"},
    {"the longer clitic, where the shorter leaves no term's word",
     {"kasnyalah\n"},
     "kasnyalah"},
    {"what is left of it seems to have a clitic too, and is the entry",
     {"nasnya/C\n"},
     "nasnya nasnyalah"},
    {"the same, where the entry is a term's word", {"kasnya/C\n"}, "kasnya"},
    {"both a form and an entry: the first counts", {"baju/A\nbajunya\n"}, ""},
    {"both, the other way round", {"bajunya\nbaju/A\n"}, "bajunya"},
    {"in two dictionaries: the first counts", {"baju/A\n", "bajunya\n"}, ""},
    {"in two, the other way round", {"bajunya\n", "baju/A\n"}, "bajunya"},
};

std::string AccidentsOf(const LanguageWords& words, const Lexicon& lexicon) {
  std::string accidents;
  words.ForEachAccident(lexicon, [&](std::string_view word) {
    accidents += (accidents.empty() ? "" : " ") + std::string(word);
  });
  return accidents;
}

TEST_CASE("Accidents are told from what hangs on a term's word",
          "[dictionary]") {
  const WordSet terms = {"baju", "nas", "uang", "kas", "kasnya", "be"};
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    const auto words = LanguageWords::Of(ReadAll(c.dictionaries));
    CHECK(AccidentsOf(*words, terms) == c.accidents);
  }
}

TEST_CASE("Words are shared by whoever has the same dictionaries",
          "[dictionary]") {
  const auto both = LanguageWords::Of(ReadAll({"baju/A\n", "meja\n"}));
  CHECK(both->words().Contains("bajunya"));
  CHECK(both->words().Contains("meja"));
  CHECK_FALSE(both->words().Contains("kursi"));
  CHECK(LanguageWords::Of(ReadAll({"baju/A\n", "meja\n"})) == both);
  const std::vector<std::string> kOthers[] = {
      {}, {"baju/A\n"}, {"meja\n", "baju/A\n"}, {"baju/A\n", "meja\nkursi\n"}};
  for (const auto& other : kOthers) {
    CHECK(LanguageWords::Of(ReadAll(other)) != both);
  }
}

TEST_CASE("What nobody has any more is let go, and made again",
          "[dictionary]") {
  auto words = LanguageWords::Of(ReadAll({"baju/A\n"}));
  const std::weak_ptr<const LanguageWords> gone = words;
  words.reset();
  CHECK(gone.expired());
  CHECK(LanguageWords::Of(ReadAll({"baju/A\n"}))->words().Contains("bajunya"));
}

TEST_CASE("A policy outlives the one whose words it shares", "[dictionary]") {
  const char kYaml[] =
      "saring: 1\npolicy: p\nrevision: \"1\"\nlists: {bad: {terms: [bekas]}}\n"
      "ordinary: {dictionaries: [x]}\n"
      "rules:\n  - {id: r, needs: [bad], action: hide, hits: [bekas], "
      "misses: [meja, baju]}\n";
  const TempDir dir;
  dir.Write("x.aff", kAffixes);
  dir.Write("x.dic", "bajukas/A\n");
  const auto compile = [&] {
    FaultList faults;
    const auto policy = LoadPolicy(dir.Write("p.yaml", kYaml), &faults);
    REQUIRE(policy);
    auto ruleset = Compile(*policy, kTestDay, &faults, dir.path());
    INFO(faults.ToString());
    REQUIRE(ruleset);
    return ruleset;
  };
  auto first = compile();
  const auto second = compile();
  CHECK(first->vocabulary.IsPiece("bajukasnya"));
  first.reset();
  CHECK(second->vocabulary.IsPiece("bajukasnya"));
  CHECK_FALSE(second->vocabulary.IsPiece("bajukasku"));
}

}  // namespace
}  // namespace saring
