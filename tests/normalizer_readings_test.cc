// Words that are read in another way than they are written.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/normalizer.h"
#include "tests/word_set.h"

namespace saring {
namespace {

const WordSet kWords = {"baju",   "bekas",    "kaos",  "second",    "thrift",
                        "hoodie", "seken",    "jaket", "celana",    "impor",
                        "daster", "2nd",      "tas",   "lama",      "rombengan",
                        "karung", "балпресс", "cakar", "ballpress", "ball",
                        "sweater"};

// Each word as "from-to word [bytes]", and how it was read unless as written.
std::vector<std::string> Read(std::string_view text) {
  static const Normalizer normalizer;
  static NormalizerScratch scratch;
  static Lattice lattice;
  normalizer.Read(text, &kWords, &scratch, &lattice);
  std::vector<std::string> all;
  for (const Word& word : lattice.words) {
    std::string line =
        std::to_string(word.from) + "-" + std::to_string(word.to) + " " +
        std::string(lattice.text(word)) + " [" +
        std::string(text.substr(word.begin, word.end - word.begin)) + "]";
    if (word.step == Step::kLookAlike) {
      line += " look-alike";
    } else if (word.step == Step::kBoundary) {
      line += " boundary";
    } else if (word.step != Step::kWritten) {
      line += " (" + std::string(StepName(word.step)) + ")";
    }
    all.push_back(line);
  }
  return all;
}

struct LookAlikeCase {
  const char* why;
  std::string_view text;  // one word
  std::string_view reads;
};

const LookAlikeCase kLookAlikes[] = {
    {"Cyrillic е and а", "bеkаs", "bekas"},
    {"Cyrillic small letters", "sесоnd", "second"},
    {"Cyrillic с, е, а", "сеlаnа", "celana"},
    {"Cyrillic capitals", "ВЕКАS", "bekas"},
    {"Cyrillic capitals Н and О", "НООDIЕ", "hoodie"},
    {"Cyrillic Т", "ТНRIFТ", "thrift"},
    {"Cyrillic small т and к", "jaкет", "jaket"},
    {"Macedonian ѕ and ј", "ѕеkеn", "seken"},
    {"Ukrainian і", "іmрor", "impor"},
    {"Cyrillic letters that look turned", "ЯOMBEИGAИ", "rombengan"},
    {"Greek alpha", "bekαs", "bekas"},
    {"Greek kappa and omicron", "κaοs", "kaos"},
    {"Greek capitals", "ΒΕΚΑS", "bekas"},
    {"lambda for l and, as a capital, for a", "ΛΛMΛ", "lama"},
    {"Latin alpha", "bɑju", "baju"},
    {"stroke through the letter", "ƀekas", "bekas"},
    {"hook on the letter", "ɓaju", "baju"},
    {"d with stroke", "đaster", "daster"},
    {"o with stroke", "kaøs", "kaos"},
    {"k with hook", "ƙaos", "kaos"},
    {"tone five", "bekaƽ", "bekas"},
    {"schwa", "bəkas", "bekas"},
    {"open e", "bɛkas", "bekas"},
    {"turned letters", "ʞɐos", "kaos"},
    {"Cherokee", "ᏴᎬᏦᎪᏚ", "bekas"},
    {"Cherokee small letters fold to capitals", "ꮟꭺju", "baju"},
    {"Canadian syllabics", "ᗷᗩᒍᑌ", "baju"},
    {"Lisu", "ꓐꓮꓙꓴ", "baju"},
    {"Lycian and Old Italic", "𐌕as", "tas"},
    {"Thai letters among Latin", "bekคร", "bekas"},
    {"Tai Le", "bᥱkᥲs", "bekas"},
    {"marks on a look-alike count for nothing", "bek\u0E04\u0E48s", "bekas"},
    {"a digit of ASCII stays itself", "2ոԁ", "2nd"},
    {"styled letters and look-alikes", "𝐛е𝐤а𝐬", "bekas"},
    {"accents on Cyrillic", "bёkаs", "bekas"},
};

TEST_CASE("Look-alike letters are read", "[normalizer]") {
  for (const LookAlikeCase& c : kLookAlikes) {
    CAPTURE(c.why, c.text);
    const std::vector<std::string> words = Read(c.text);
    const std::string bytes = " [" + std::string(c.text) + "]";
    REQUIRE(words.size() == 2);
    CHECK(words[0].substr(words[0].size() - bytes.size()) == bytes);
    CHECK(words[1] == "0-1 " + std::string(c.reads) + bytes + " look-alike");
  }
}

struct Case {
  const char* why;
  std::string_view text;
  std::vector<std::string> words;
};

const Case kBoundaries[] = {
    {"capitals behind small letters",
     "kaosTHRIFT",
     {"0-2 kaosthrift [kaosTHRIFT]", "0-1 kaos [kaos] boundary",
      "1-2 thrift [THRIFT] boundary"}},
    {"a capital for each word, in a hashtag",
     "#BajuSecondMurah x",
     {"0-3 bajusecondmurah [BajuSecondMurah]", "0-1 baju [Baju] boundary",
      "1-2 second [Second] boundary", "2-3 murah [Murah] boundary",
      "3-4 x [x]"}},
    {"bold behind plain",
     "kaos𝗯𝗲𝗸𝗮𝘀",
     {"0-2 kaosbekas [kaos𝗯𝗲𝗸𝗮𝘀]", "0-1 kaos [kaos] boundary",
      "1-2 bekas [𝗯𝗲𝗸𝗮𝘀] boundary"}},
    {"plain behind a flag",
     "🇰🇷Jaket",
     {"0-2 krjaket [🇰🇷Jaket]", "0-1 kr [🇰🇷] boundary",
      "1-2 jaket [Jaket] boundary"}},
    {"a raised digit",
     "kaos²",
     {"0-2 kaos2 [kaos²]", "0-1 kaos [kaos] (doubled word)",
      "0-2 kaos [kaos²] (doubled word)", "1-2 kaos [²] (doubled word)"}},
    {"a trademark sign",
     "kaos™",
     {"0-2 kaostm [kaos™]", "0-1 kaos [kaos] boundary", "1-2 tm [™] boundary"}},
    {"look-alikes within the pieces",
     "xxВЕКАS",
     {"0-2 xxвекаs [xxВЕКАS]", "0-1 xx [xx] boundary",
      "1-2 векаs [ВЕКАS] boundary", "1-2 bekas [ВЕКАS] look-alike"}},
    {"the second piece dressed up in part",
     "kaosB🅔🅚🅐🅢",
     {"0-2 kaosbekas [kaosB🅔🅚🅐🅢]", "0-1 kaos [kaos] boundary",
      "1-2 bekas [B🅔🅚🅐🅢] boundary"}},
    {"accents are no style",
     "kaosBÉKAS",
     {"0-2 kaosbekas [kaosBÉKAS]", "0-1 kaos [kaos] boundary",
      "1-2 bekas [BÉKAS] boundary"}},

    {"no piece is a term's word",
     "HelloWorld",
     {"0-1 helloworld [HelloWorld]"}},
    {"a brand", "iPhone", {"0-1 iphone [iPhone]"}},
    {"small behind capitals is no boundary", "XLbaju", {"0-1 xlbaju [XLbaju]"}},
    {"one letter dressed up: the word is a term's",
     "🆂econd",
     {"0-1 second [🆂econd]"}},
    {"one letter dressed up: a city is not the word for used",
     "bekas🅘",
     {"0-1 bekasi [bekas🅘]"}},
    {"a last capital: a city still", "bekasI", {"0-1 bekasi [bekasI]"}},
    {"a city in changing case", "bEkAsI", {"0-1 bekasi [bEkAsI]"}},
    {"joined without a boundary",
     "bajubekas",
     {"0-2 bajubekas [bajubekas]", "0-1 baju [baju] (joined words)",
      "1-2 bekas [bekas] (joined words)"}},
    {"a term's word is not cut further",
     "BallPress",
     {"0-1 ballpress [BallPress]"}},
    {"ligatures are no style", "outﬁtas", {"0-1 outfitas [outﬁtas]"}},
    {"a cut inside one character, which is in both pieces",
     "taﬆas",
     {"0-2 tastas [taﬆas]", "0-1 tas [taﬆ] (joined words)",
      "1-2 tas [ﬆas] (joined words)"}},
};

TEST_CASE("Words are cut where the letters change", "[normalizer]") {
  for (const Case& c : kBoundaries) {
    CAPTURE(c.why, c.text);
    CHECK(Read(c.text) == c.words);
  }
}

const Case kSymbols[] = {
    {"a currency sign inside",
     "b₳ju x",
     {"0-1 b [b]", "0-2 baju [b₳ju] look-alike", "1-2 ju [ju]", "2-3 x [x]"}},
    {"in front", "₭aos", {"0-1 aos [aos]", "0-1 kaos [₭aos] look-alike"}},
    {"behind", "ta₴", {"0-1 ta [ta]", "0-1 tas [ta₴] look-alike"}},
    {"signs alone are no word", "฿₳", {}},
    {"a price", "₱500 €2", {"0-1 500 [500]", "1-2 2 [2]"}},
    {"a price beside a word: pieces stay", "£10tas", {"0-1 10tas [10tas]"}},
};

TEST_CASE("Currency signs may stand for letters", "[normalizer]") {
  for (const Case& c : kSymbols) {
    CAPTURE(c.why, c.text);
    CHECK(Read(c.text) == c.words);
  }
}

const Case kInnocent[] = {
    {"Russian words",
     "кофта новая",
     {"0-1 кофта [кофта]", "1-2 новая [новая]"}},
    {"Soviet print", "СССР", {"0-1 ссср [СССР]"}},
    {"Greek symbols", "α β", {"0-1 α [α]", "1-2 β [β]"}},
    {"Bekasi with Cyrillic letters", "bеkаsі", {"0-1 bеkаsі [bеkаsі]"}},
    {"a term of another script is final",
     "балпресс",
     {"0-1 балпресс [балпресс]"}},
    {"an unreadable letter among look-alikes",
     "bеk字s",
     {"0-1 bеk [bеk]", "1-2 字 [字]", "2-3 s [s]"}},
    {"m is not rn", "carna", {"0-1 carna [carna]"}},
    {"Arabic", "بكس", {"0-1 بكس [بكس]"}},
};

TEST_CASE("Innocent words are left alone", "[normalizer]") {
  for (const Case& c : kInnocent) {
    CAPTURE(c.why, c.text);
    CHECK(Read(c.text) == c.words);
  }
}

TEST_CASE("A word that no term is as long as is not read", "[normalizer]") {
  const WordSet words = {std::string(64, 'a'), std::string(65, 'a')};
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  std::string text;
  for (int i = 0; i < 64; ++i) text += "а";
  normalizer.Read(text, &words, &scratch, &lattice);
  CHECK(lattice.words.size() == 2);
  text += "а";
  normalizer.Read(text, &words, &scratch, &lattice);
  CHECK(lattice.words.size() == 1);
}

TEST_CASE("Several readings of one word may land", "[normalizer]") {
  const WordSet both = {"lama", "aama", "la"};
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  normalizer.Read("Λama", &both, &scratch, &lattice);
  REQUIRE(lattice.words.size() == 3);
  CHECK(lattice.text(lattice.words[1]) == "lama");
  CHECK(lattice.text(lattice.words[2]) == "aama");
}

}  // namespace
}  // namespace saring
