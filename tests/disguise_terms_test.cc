// Every term's word of the shipped policy, in every disguise.

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "config/policy_loader.h"
#include "plugin/engine/compile.h"
#include "tests/compiled.h"
#include "tests/disguises.h"

namespace saring {
namespace {

// What a disguise does to a word. Two may follow each other in this order; two
// that set letters apart, or put them in another alphabet, are as good as one.
enum class Level { kLetters, kBeside, kApart, kInvisible, kAlphabet };

struct Kind {
  std::string_view name;
  Disguise disguise;
  Level level;
  double floor;        // per cent of words that must be read back
  double short_floor;  // the same of words of three or four letters
  const char* why;
};

const Kind kKinds[] = {
    {"digits", Digits, Level::kLetters, 97, 55,
     "two letters and figures are a series: dr355"},
    {"signs", Signs, Level::kLetters, 99.9, 99,
     "hardly ever beside a letter for another reason"},
    {"masked", Masked, Level::kLetters, 96, 50,
     "one letter may fit several terms: ba*us"},
    {"old spelling", OldSpelling, Level::kLetters, 99, 95,
     "a j may be a y or a j"},
    {"neighbour key", NeighbourKey, Level::kLetters, 97, 0,
     "one slip may be from two terms; short words are read as no other"},
    {"swapped", Swapped, Level::kLetters, 99, 95,
     "one slip may be from two terms"},
    {"omitted", Omitted, Level::kLetters, 70, 0,
     "four letters that are left prove too little"},
    {"doubled", Doubled, Level::kLetters, 98, 0,
     "two letters may be another word, or two terms'"},
    {"stretched", Stretched, Level::kLetters, 100, 99,
     "nobody means a letter three times"},
    {"joined", Joined, Level::kBeside, 99, 99, "cut at words that are known"},
    {"figure 2", FigureTwo, Level::kBeside, 100, 100,
     "a term's word said twice"},
    {"clitic", Clitic, Level::kBeside, 100, 100,
     "a term's word with what hangs on it"},
    {"spaced", Spaced, Level::kApart, 100, 65,
     "single letters in a row mean nothing else"},
    {"punctuated", Punctuated, Level::kApart, 100, 65,
     "single letters in a row mean nothing else"},
    {"cut in two", CutInTwo, Level::kApart, 100, 100,
     "where one of the pieces is no word"},
    {"zero width", ZeroWidth, Level::kInvisible, 100, 100,
     "a reader does not see it"},
    {"soft hyphen", SoftHyphen, Level::kInvisible, 100, 100,
     "a reader does not see it"},
    {"marks", Marks, Level::kInvisible, 100, 100,
     "no word of the policy needs them"},
    {"mathematical", Mathematical, Level::kAlphabet, 100, 100,
     "the very same letters, styled"},
    {"fullwidth", Fullwidth, Level::kAlphabet, 100, 100,
     "the very same letters, wide"},
    {"small capitals", SmallCaps, Level::kAlphabet, 100, 100,
     "the very same letters, small capitals"},
    {"enclosed", Enclosed, Level::kAlphabet, 100, 100,
     "the very same letters in circles or squares"},
    {"Cyrillic", Cyrillic, Level::kAlphabet, 100, 100, "a closed table"},
};

// Words of three and four letters are read from digits, stars and letters set
// apart only by four letters, or not at all: they prove too little.
constexpr size_t kShortest = 3, kLongestShort = 4;

struct Shipped {
  std::shared_ptr<const Ruleset> ruleset;
  std::set<std::string> words, short_words;  // of all terms
};

Shipped LoadShipped() {
  FaultList faults;
  const auto policy = LoadPolicy(
      SARING_SOURCE_DIR "/config/policies/used-imports.yaml", &faults);
  REQUIRE(policy);
  Shipped shipped;
  shipped.ruleset = Compile(*policy, kTestDay, &faults);
  INFO(faults.ToString());
  REQUIRE(shipped.ruleset != nullptr);
  if (!shipped.ruleset->vocabulary.KnowsLanguage()) {
    WARN("dictionaries are missing, with which the floors were measured");
  }
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const TermList& list : policy->lists) {
    for (const WrittenTerm term : list.terms) {
      std::istringstream in{std::string(term.text)};
      for (std::string word; in >> word;) {
        if (word.size() < kShortest ||
            !std::all_of(word.begin(), word.end(), letter)) {
          continue;
        }
        (word.size() <= kLongestShort ? shipped.short_words : shipped.words)
            .insert(word);
      }
    }
  }
  return shipped;
}

constexpr unsigned kSeed = 20261123;

// What became of the words in one disguise.
struct Share {
  size_t read = 0, tried = 0, other_words = 0;
  std::vector<std::string> missed;

  double PerCent() const {
    return 100.0 * static_cast<double>(read) / static_cast<double>(tried);
  }
};

class Reader {
 public:
  explicit Reader(const Ruleset& ruleset) : ruleset_(ruleset) {}

  void Try(std::string_view word, std::string_view text, Share* share) {
    if (IsOtherWords(word, text)) {
      ++share->other_words;
      return;
    }
    ++share->tried;
    ruleset_.normalizer.Read(text, &ruleset_.vocabulary, &scratch_, &lattice_);
    const bool read = Has(word);
    share->read += read;
    if (!read) share->missed.push_back(std::string(text));
  }

 private:
  bool Has(std::string_view word) const {
    return std::any_of(
        lattice_.words.begin(), lattice_.words.end(),
        [&](const Word& other) { return lattice_.text(other) == word; });
  }

  // Whether every written word of `text` means something else by itself, so
  // that reading it as `word` would be a mistake. Signs for letters do not make
  // words.
  bool IsOtherWords(std::string_view word, std::string_view text) {
    if (text.find_first_of("*@$") != std::string_view::npos) return false;
    ruleset_.normalizer.Read(text, nullptr, &scratch_, &lattice_);
    const Vocabulary& vocabulary = ruleset_.vocabulary;
    return !Has(word) &&
           std::all_of(lattice_.words.begin(), lattice_.words.end(),
                       [&](const Word& written) {
                         const std::string_view other = lattice_.text(written);
                         return other.size() > 1 &&
                                (vocabulary.IsTermWord(other) ||
                                 vocabulary.IsPiece(other));
                       });
  }

  const Ruleset& ruleset_;
  NormalizerScratch scratch_;
  Lattice lattice_;
};

std::string Some(const std::vector<std::string>& texts) {
  constexpr size_t kShown = 12;
  std::string shown;
  const size_t step = texts.size() / kShown + 1;
  for (size_t i = 0; i < texts.size(); i += step) shown += texts[i] + ", ";
  return shown;
}

class Shares {
 public:
  explicit Shares(const Shipped& shipped)
      : shipped_(shipped), reader_(*shipped.ruleset) {}

  Share Of(const Kind& kind, const std::set<std::string>& words) {
    return Of(words, [&](const std::string& word, Random* random) {
      return kind.disguise(word, random);
    });
  }

  Share Of(const Kind& first, const Kind& second,
           const std::set<std::string>& words) {
    return Of(words, [&](const std::string& word, Random* random) {
      const std::string once = first.disguise(word, random);
      return once.size() < kShortest ? "" : second.disguise(once, random);
    });
  }

 private:
  template <typename Make>
  Share Of(const std::set<std::string>& words, Make make) {
    Random random(kSeed);
    Share share;
    for (const std::string& word : words) {
      const std::string text = make(word, &random);
      if (!text.empty()) reader_.Try(word, text, &share);
    }
    return share;
  }

  const Shipped& shipped_;
  Reader reader_;
};

TEST_CASE("Terms are read back from every disguise", "[disguises]") {
  const Shipped shipped = LoadShipped();
  CHECK(shipped.words.size() > 3000);
  Shares shares(shipped);
  for (const Kind& kind : kKinds) {
    for (const bool is_short : {false, true}) {
      const Share share =
          shares.Of(kind, is_short ? shipped.short_words : shipped.words);
      CAPTURE(kind.name, is_short, kind.why, kSeed, share.read, share.tried,
              share.other_words, Some(share.missed));
      CHECK(share.tried > 0);
      CHECK(share.PerCent() >= (is_short ? kind.short_floor : kind.floor));
    }
  }
}

// Of two disguises that are not both read off alike. `second` is empty for all
// that a reader sees; the first row that fits counts.
struct Pair {
  std::string_view first, second;
  double floor;
  const char* why;
};

const Pair kPairs[] = {
    {"neighbour key", "", 0, "a slip in what is disguised may be any word"},
    {"swapped", "", 0, "a slip in what is disguised may be any word"},
    {"omitted", "", 0, "a slip in what is disguised may be any word"},
    {"doubled", "figure 2", 90, "each letter once"},
    {"doubled", "spaced", 95, "letters set apart are pushed together first"},
    {"doubled", "punctuated", 75, "a | between letters may be an l"},
    {"doubled", "", 0, "one doubled letter is in many words"},
    {"masked", "stretched", 75, "one letter may fit several terms"},
    {"masked", "", 0, "a letter that is left out proves little"},
    {"old spelling", "stretched", 65, "oe drawn out is no longer oe"},
    {"old spelling", "", 0, "nobody writes so, and disguises it too"},
    {"digits", "neighbour key", 0, "a slip in what is disguised"},
    {"digits", "swapped", 0, "a slip in what is disguised"},
    {"digits", "omitted", 0, "a slip in what is disguised"},
    {"digits", "doubled", 0, "a slip in what is disguised"},
    {"digits", "cut in two", 80, "a piece of figures is a number"},
    {"signs", "masked", 50, "two kinds of signs leave few letters"},
    {"signs", "old spelling", 0, "nobody writes so, and disguises it too"},
    {"signs", "neighbour key", 0, "a slip in what is disguised"},
    {"signs", "swapped", 0, "a slip in what is disguised"},
    {"signs", "omitted", 0, "a slip in what is disguised"},
    {"signs", "doubled", 0, "a slip in what is disguised"},
    {"signs", "spaced", 60, "a sign at an end stands by itself"},
    {"signs", "punctuated", 45, "a sign at an end stands by itself"},
    {"signs", "cut in two", 55, "a piece with a sign at its end"},
    {"stretched", "digits", 60, "333 may be any of three letters"},
    {"stretched", "joined", 80, "words with a doubled letter: basketball"},
    {"stretched", "neighbour key", 0, "a slip in what is disguised"},
    {"stretched", "swapped", 0, "a slip in what is disguised"},
    {"stretched", "omitted", 35, "where a letter too many is left out"},
    {"stretched", "masked", 55, "the star in the middle of a stretch"},
    {"stretched", "old spelling", 75, "oe for each u of a stretch"},
    {"stretched", "punctuated", 75, "a | between letters may be an l"},
    {"stretched", "cut in two", 0, "a stretch is in one piece"},
    {"joined", "cut in two", 0, "two boundaries, one of them wrong"},
    {"joined", "figure 2", 0, "doubles the last of them"},
    {"figure 2", "joined", 0, "a figure between two words"},
    {"figure 2", "spaced", 45, "a raised figure is read, a 2 is a number"},
    {"figure 2", "punctuated", 45, "a raised figure is read, a 2 is a number"},
    {"figure 2", "cut in two", 0, "two boundaries, one of them wrong"},
    {"clitic", "joined", 35, "a clitic between two words"},
    {"clitic", "figure 2", 0, "the figure doubles the word without it"},
    {"clitic", "punctuated", 65, "a | between letters may be an l"},
    {"clitic", "cut in two", 20, "two boundaries, one of them wrong"},
};

// What a reader does not see costs little: boundaries are looked for there.
constexpr double kUnseenCosts = 20, kFloorOfTwo = 85;

double FloorOf(const Kind& first, const Kind& second) {
  if (second.level >= Level::kInvisible) {
    // tj is not looked for behind other letters.
    if (first.name == "old spelling" && second.name == "Cyrillic") return 0;
    return first.floor - kUnseenCosts;
  }
  for (const Pair& pair : kPairs) {
    if (pair.first == first.name &&
        (pair.second.empty() || pair.second == second.name)) {
      return pair.floor;
    }
  }
  return kFloorOfTwo;
}

bool MayFollow(const Kind& first, const Kind& second) {
  return first.level < second.level ||
         (first.level == second.level && first.level <= Level::kBeside &&
          &first != &second);
}

TEST_CASE("Terms are read back from two disguises", "[disguises]") {
  const Shipped shipped = LoadShipped();
  Shares shares(shipped);
  for (const Kind& first : kKinds) {
    for (const Kind& second : kKinds) {
      if (!MayFollow(first, second)) continue;
      const Share share = shares.Of(first, second, shipped.words);
      CAPTURE(first.name, second.name, kSeed, share.read, share.tried,
              share.other_words, Some(share.missed));
      CHECK(share.tried > 0);
      CHECK(share.PerCent() >= FloorOf(first, second));
    }
  }
}

}  // namespace
}  // namespace saring
