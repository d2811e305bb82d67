// What is a word, and which text is left as it is.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/normalizer.h"

namespace saring {
namespace {

using Words = std::vector<std::string>;

struct Case {
  const char* why;
  std::string_view text;
  Words words;
};

const Case kSeparators[] = {
    {"nothing", "", {}},
    {"only space", " \t\r\n", {}},
    {"plain", "Kemeja Flanel, XL - COD!", {"kemeja", "flanel", "xl", "cod"}},
    {"a hyphen", "t-shirt", {"t", "shirt"}},
    {"punctuation between", "baju/bekas_impor", {"baju", "bekas", "impor"}},
    {"letters and digits are one word", "S22 50rb 2nd", {"s22", "50rb", "2nd"}},
    {"an apostrophe", "men's", {"men", "s"}},
    {"a modifier apostrophe", "menʼs", {"men", "s"}},
    {"no-break space", "baju\u00A0bekas", {"baju", "bekas"}},
    {"ideographic space", "baju\u3000bekas", {"baju", "bekas"}},
    {"em space", "baju\u2003bekas", {"baju", "bekas"}},
    {"narrow no-break space", "baju\u202Fbekas", {"baju", "bekas"}},
    {"mathematical space", "baju\u205Fbekas", {"baju", "bekas"}},
    {"line separator", "baju\u2028bekas", {"baju", "bekas"}},
    {"next line", "baju\u0085bekas", {"baju", "bekas"}},
    {"braille blank", "baju\u2800bekas", {"baju", "bekas"}},
    {"Hangul fillers are gaps",
     "a\u3164b\u115Fc\u1160d\uFFA0e",
     {"a", "b", "c", "d", "e"}},
    {"Hangul dots are gaps", "baju\u318Dbekas\u11A2x", {"baju", "bekas", "x"}},
    {"hyphens",
     "awul‐awul‑awul–awul—awul",
     {"awul", "awul", "awul", "awul", "awul"}},
    {"minus signs", "baju−bekas－a﹣b", {"baju", "bekas", "a", "b"}},
    {"the Japanese length mark passes for a hyphen",
     "balーpress",
     {"bal", "press"}},
    {"emoji separate", "baju👕bekas♻️", {"baju", "bekas"}},
    {"a family of emoji", "👨‍👩‍👧 kaos", {"kaos"}},
    {"skin colours", "👍🏻ok", {"ok"}},
    {"a currency sign", "₩5000", {"5000"}},
    {"one character may fold to several words",
     "\uFDFA",
     {"صلى", "الله", "عليه", "وسلم"}},
    {"a fraction", "1½", {"11", "2"}},
};

const Case kForeign[] = {
    {"Russian", "кофта женская", {"кофта", "женская"}},
    {"Russian print", "kaos СССР logo", {"kaos", "ссср", "logo"}},
    {"Greek letters as symbols", "patch α β γ", {"patch", "α", "β", "γ"}},
    {"Greek", "Παλιά ρούχα", {"παλια", "ρουχα"}},
    {"Arabic keeps its vowel signs", "مُحَمَّد", {"مُحَمَّد"}},
    {"Arabic", "عباية baru", {"عباية", "baru"}},
    {"Hebrew keeps its points", "שָׁלוֹם", {"שָׁלוֹם"}},
    {"Thai keeps its vowels", "เสื้อผ้า มือสอง", {"เสื้อผ้า", "มือสอง"}},
    {"Javanese keeps its vowels", "ꦧꦼꦏꦱ꧀", {"ꦧꦼꦏꦱ꧀"}},
    {"Balinese keeps its vowels", "ᬩᬮᬶ", {"ᬩᬮᬶ"}},
    {"Devanagari keeps its vowels", "हिन्दी", {"हिन्दी"}},
    {"Tamil, whose vowels come in two parts", "கொடு", {"கொடு"}},
    {"a word an ideograph", "古着 二手x", {"古", "着", "二", "手", "x"}},
    {"a word a kana", "ふるギ", {"ふ", "る", "ギ"}},
    {"kana keep their marks",
     "が か\u3099 ｶﾞ あ\u3099",
     {"が", "が", "ガ", "あ\u3099"}},
    {"Korean is written in words", "구제 옷", {"구제", "옷"}},
    {"Korean letters compose", "\u1100\u116E\u110C\u1166", {"구제"}},
    {"ideographs of the supplementary planes", "𠮷𠮷", {"𠮷", "𠮷"}},
    {"Vietnamese loses its tones, as Latin does",
     "quần áo cũ",
     {"quan", "ao", "cu"}},
    {"Turkish", "İstanbul hıjab", {"istanbul", "hijab"}},
    {"French", "café rénovation", {"cafe", "renovation"}},
    {"Danish letters are no marks", "smørrebrød", {"smørrebrød"}},
    {"Armenian", "Հին շոր", {"հին", "շոր"}},
    {"Cherokee folds upwards", "ᏴᎬ Ꮬꭰ", {"ᏴᎬ", "ᏜᎠ"}},
    {"Arabic digits stay", "٥٠ ribu", {"٥٠", "ribu"}},
    {"compatibility jamo", "ㅋㅋ", {"ᄏᄏ"}},
};

void Check(const Case& c) {
  static const Normalizer normalizer;
  static NormalizerScratch scratch;
  static Lattice lattice;
  CAPTURE(c.why, c.text);
  normalizer.Read(c.text, nullptr, &scratch, &lattice);
  Words words;
  for (const Word& word : lattice.words) {
    words.emplace_back(lattice.text(word));
  }
  CHECK(words == c.words);
}

TEST_CASE("Text is split into words", "[normalizer]") {
  for (const Case& c : kSeparators) Check(c);
}

TEST_CASE("Foreign text stays itself", "[normalizer]") {
  for (const Case& c : kForeign) Check(c);
}

TEST_CASE("The words of one character share its bytes", "[normalizer]") {
  const std::string_view text = "a \uFDFA b";
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  normalizer.Read(text, nullptr, &scratch, &lattice);
  REQUIRE(lattice.words.size() == 6);
  CHECK(lattice.node_count == 7);
  for (size_t i = 1; i < 5; ++i) {
    CHECK(lattice.words[i].begin == 2);
    CHECK(lattice.words[i].end == 5);
  }
  CHECK(lattice.words[5].begin == 6);
}

TEST_CASE("Steps have names", "[normalizer]") {
  CHECK(StepName(Step::kWritten) == "as written");
  CHECK(StepName(Step::kLookAlike) == "look-alike letters");
  CHECK(StepName(Step::kBoundary) == "cut where the letters change");
}

}  // namespace
}  // namespace saring
