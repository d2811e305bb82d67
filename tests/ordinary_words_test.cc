// Ordinary words are left alone, with and without dictionaries.

#include <catch2/catch.hpp>
#include <string>

#include "plugin/engine/reading.h"
#include "tests/compiled.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

// A policy that names the dictionaries.
std::string PolicyWith(const std::string& dictionaries) {
  return R"(saring: 1
policy: p
revision: "1"
ordinary: {words: [bekasi], dictionaries: [)" +
         dictionaries + R"(]}
lists:
  fashion: {noun: true, terms: [baju, "{scarf}"]}
  scarf: {terms: [selempang]}
  used: {terms: [bekas]}
  other: {terms: [selang, aku, stik, kemeja, kerudung]}
rules:
  - {id: r, needs: [fashion, used], softened_by: [other], action: hide, hits: [baju bekas],
     misses: [baju, bekas]}
)";
}

// Two dictionaries: `full` has the words that the rows are about, `poor` has
// one that no row has.
class Dictionaries {
 public:
  Dictionaries() {
    dir_.Write("full.aff",
               "SET UTF-8\n"
               "PFX s Y 1\nPFX s 0 se .\nSFX n Y 1\nSFX n 0 nya .\n");
    dir_.Write("full.dic",
               "9\nbeaks\nselmepang\nbekas/n\nlangkah/s\nakustik\nbagus\n"
               "kemejabaru\ngoood\nBe-kas\n");
    dir_.Write("poor.aff", "SET UTF-8\n");
    dir_.Write("poor.dic", "1\nzzzz\n");
  }
  Compiled Compile(const std::string& names) const {
    return CompileText(PolicyWith(names), kTestDay, dir_.path());
  }
  const TempDir& dir() const { return dir_; }

 private:
  TempDir dir_;
};

struct Row {
  const char* why;
  const char* text;
  const char* with;     // a dictionary that has the word
  const char* lacking;  // one that has it not
  const char* without;  // any dictionary
};

const Row kRows[] = {
    {"one step from a term, but a word", "beaks", "beaks", "bekas", "beaks"},
    {"a long one is read even by those who know no words", "selmepang",
     "selmepang", "selempang", "selempang"},
    {"what hangs on a term's word goes, dictionary or not", "bekasnya", "bekas",
     "bekas", "bekas"},
    {"a step of its own, not a hose of somebody's", "selangkah", "selangkah",
     "selang", "selang"},
    {"short pieces may be parts of any word", "akustik", "akustik", "aku stik",
     "akustik"},
    {"two terms in one word that is another", "kemejabaru", "kemejabaru",
     "kemejabaru", "kemejabaru"},
    {"joined to a word of the language", "bekasbagus", "bekas bagus",
     "bekasbagus", "bekasbagus"},
    {"joined to a term", "bajubekas", "baju bekas", "baju bekas", "baju bekas"},
    {"one piece that a rule needs may be an accident", "kemejabekas",
     "kemeja bekas", "kemeja bekas", "kemejabekas"},
    {"so at a capital, where it is none", "kemejaMerah", "kemeja merah",
     "kemeja merah", "kemejamerah"},
    {"at a capital one is enough", "bajuBaru", "baju baru", "baju baru",
     "baju baru"},
    {"a slip in what excuses", "kerudugn", "kerudung", "kerudung", "kerudugn"},
    {"a term of a list within a needed one is needed", "selempagn", "selempang",
     "selempang", "selempang"},
    {"the policy's own ordinary words", "bekasi", "bekasi", "bekasi", "bekasi"},
    {"so with capitals", "Beaks BEAKS", "beaks beaks", "bekas bekas",
     "beaks beaks"},
    {"a term as it is", "bekas", "bekas", "bekas", "bekas"},
    {"a word of nobody", "xylofon", "xylofon", "xylofon", "xylofon"},
};

TEST_CASE("A dictionary's words are left alone", "[ordinary]") {
  const Dictionaries dictionaries;
  const Compiled with = dictionaries.Compile("full, poor");
  const Compiled lacking = dictionaries.Compile("poor");
  const Compiled without = dictionaries.Compile("");
  CHECK(with.faults == "");
  CHECK(lacking.faults == "");
  REQUIRE((with.ruleset && lacking.ruleset && without.ruleset));
  Scratch scratch;
  for (const Row& row : kRows) {
    INFO(row.why);
    CHECK(ReadWords(*with.ruleset, row.text, &scratch) == row.with);
    CHECK(ReadWords(*lacking.ruleset, row.text, &scratch) == row.lacking);
    CHECK(ReadWords(*without.ruleset, row.text, &scratch) == row.without);
  }
}

TEST_CASE("A dictionary that is not installed is told, and done without",
          "[ordinary]") {
  const Dictionaries dictionaries;
  const Compiled missing = dictionaries.Compile("full, gone");
  REQUIRE(missing.ruleset);
  CHECK(missing.faults ==
        "p.yaml:4:50: warning: dictionary 'gone' is not installed; disguises "
        "are read less boldly\n");
  CHECK(missing.ruleset->warnings != "");
  Scratch scratch;
  CHECK(ReadWords(*missing.ruleset, "beaks", &scratch) == "beaks");
  // Whether it is a word of the language that is missing nobody can tell.
  CHECK(ReadWords(*missing.ruleset, "bkeas", &scratch) == "bkeas");
  const Compiled whole = dictionaries.Compile("full");
  CHECK(ReadWords(*whole.ruleset, "bkeas", &scratch) == "bekas");
}

TEST_CASE("A dictionary that cannot be read is told", "[ordinary]") {
  const Dictionaries dictionaries;
  dictionaries.dir().Write("greek.aff", "SET ISO8859-7\n");
  dictionaries.dir().Write("greek.dic", "1\nx\n");
  const Compiled compiled = dictionaries.Compile("greek");
  REQUIRE(compiled.ruleset);
  CHECK_THAT(compiled.faults,
             Catch::Contains("p.yaml:4:44: warning: dictionary 'greek' cannot "
                             "be read; disguises are read less boldly\n"));
}

TEST_CASE("The fingerprint is also of the dictionaries", "[ordinary]") {
  const Dictionaries dictionaries;
  const auto fingerprint = [&](const std::string& names) {
    return dictionaries.Compile(names).ruleset->fingerprint;
  };
  const std::string first = fingerprint("full");
  CHECK(first == fingerprint("full"));
  dictionaries.dir().Write("full.dic", "1\nbeaks\n");
  const std::string second = fingerprint("full");
  CHECK(first != second);
  dictionaries.dir().Write("full.aff", "SET UTF-8\n\n");
  CHECK(second != fingerprint("full"));
}

}  // namespace
}  // namespace saring
