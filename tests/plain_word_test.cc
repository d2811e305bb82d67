// The short way to read a plain word says what the long way says.

#include "normalizer/plain_word.h"

#include <catch2/catch.hpp>
#include <cctype>
#include <fstream>
#include <set>
#include <string>

#include "normalizer/lone_unit.h"
#include "tests/compiled.h"

namespace saring {
namespace {

constexpr char kPolicy[] = R"(saring: 1
policy: sample
revision: "1"
abbreviations: {jkt: jaket, bks: bekas}
ordinary: {words: [bekasi, bajakan], dictionaries: [id_ID, en_US]}
lists:
  fashion: {noun: true, terms: [baju, jaket, kaos, celana]}
  used: {terms: [bekas, second, "2nd", ex import]}
rules:
  - id: used-fashion
    needs: [fashion, used]
    action: hide
    hits: [baju bekas]
    misses: [baju baru, bekas luka]
)";

class Readings {
 public:
  explicit Readings(const Lexicon& lexicon)
      : lexicon_(lexicon), forms_(LoadForms()) {}

  // Whether the short way is enough.
  bool IsShort(const std::string& unit) {
    return ReadPlainWord(Lower(unit), lexicon_, &plain_).has_value();
  }

  // Whether it is not, or says what the long way says.
  bool Agree(const std::string& unit) {
    const auto brief = ReadPlainWord(Lower(unit), lexicon_, &plain_);
    if (!brief) return true;
    const UnitReading full =
        ReadLoneUnit(forms_, unit, false, lexicon_, &units_);
    if (brief->bits != full.bits) return false;
    if (full.Is(UnitReading::kOneWord)) return brief->number == full.number;
    return units_.lattice.words.size() == 1 &&
           units_.lattice.words[0].number == 0 && units_.ends == plain_.ends;
  }

 private:
  static std::string Lower(std::string word) {
    for (char& c : word) c = static_cast<char>(std::tolower(c));
    return word;
  }

  const Lexicon& lexicon_;
  const Forms forms_;
  PlainBuffers plain_;
  UnitBuffers units_;
};

struct WordCase {
  const char* why;
  const char* unit;
  bool is_short;
};

const WordCase kWords[] = {
    {"a term's word is itself", "baju", true},
    {"in capitals, too", "BAJU", true},
    {"an ordinary word, one letter from a term's", "bekasi", true},
    {"a word of the language", "rumah", true},
    {"that begins as a term's does", "bajak", true},
    {"a name that is no word", "xiaomi", true},
    {"with a capital first", "Xiaomi", true},
    {"one letter", "x", true},
    {"two, whatever they mean", "xk", true},
    {"figures", "150", true},
    {"figures that might be letters alone", "845", true},
    {"a number with a unit", "50cm", true},
    {"a model", "xr150", true},
    {"a model that ends in letters", "a52s", true},
    {"a size", "3xl", true},
    {"a foreign word that ends like a clitic", "suzuku", true},
    {"an abbreviation may mean more", "jkt", false},
    {"a term's word with a clitic", "bajunya", false},
    {"a word with a term's word and what wears it", "berjaket", false},
    {"drawn out", "bekasss", false},
    {"a slip of the finger", "bekaz", false},
    {"two swapped", "beksa", false},
    {"the old spelling", "badjoe", false},
    {"two terms' words together", "kaosbekas", false},
    {"figures for letters", "b3k4s", false},
    {"figures for letters in capitals", "B3K4S", false},
    {"figures for letters, joined", "kaosb3kas", false},
    {"doubled by a figure", "baju2", false},
    {"a term's word behind figures", "100baju", false},
    {"a term that has figures", "2nd", false},
};

TEST_CASE("A plain word is read the short way", "[normalizer]") {
  const Compiled compiled = CompileText(kPolicy);
  REQUIRE(compiled.ruleset);
  Readings readings(compiled.ruleset->vocabulary);
  for (const WordCase& c : kWords) {
    DYNAMIC_SECTION(c.why << ": " << c.unit) {
      CHECK(readings.IsShort(c.unit) == c.is_short);
      CHECK(readings.Agree(c.unit));
    }
  }
}

bool IsPlain(const std::string& word) {
  size_t letters = 0, capitals = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || !std::isalnum(byte)) return false;
    letters += std::isalpha(byte) != 0;
    capitals += std::isupper(byte) != 0;
  }
  const bool first = std::isupper(static_cast<unsigned char>(word[0])) != 0;
  return word.size() <= 64 &&
         (capitals == 0 || capitals == letters || (capitals == 1 && first));
}

void AddWords(const std::string& text, std::set<std::string>* words) {
  std::string word;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && !std::isalnum(byte)) {
      if (!word.empty() && IsPlain(word)) words->insert(word);
      word.clear();
    } else {
      word += c;
    }
  }
}

TEST_CASE("Every word of real texts is read alike both ways", "[normalizer]") {
  std::set<std::string> words;
  for (const char* file :
       {"/tests/data/verdicts.tsv", "/../shared/data/titles.tsv",
        "/../shared/data/disguised-comments.tsv",
        "/../shared/eval/dev-queries.tsv"}) {
    std::ifstream in(std::string(SARING_SOURCE_DIR) + file);
    for (std::string line; std::getline(in, line);) AddWords(line, &words);
  }
  FaultList faults;
  const auto policy = LoadPolicy(
      SARING_SOURCE_DIR "/config/policies/used-imports.yaml", &faults);
  const auto ruleset = Compile(*policy, kTestDay, &faults);
  REQUIRE(ruleset);
  Readings readings(ruleset->vocabulary);
  size_t different = 0, brief = 0;
  for (const std::string& word : words) {
    brief += readings.IsShort(word);
    if (readings.Agree(word) || ++different > 5) continue;
    CAPTURE(word);
    CHECK(readings.Agree(word));
  }
  CHECK(different == 0);
  // Else the short way is of no use.
  INFO(brief << " of " << words.size());
  CHECK(brief * 10 > words.size() * 7);
}

}  // namespace
}  // namespace saring
