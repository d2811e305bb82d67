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

struct Kind {
  std::string_view name;
  Disguise disguise;
  double floor;  // per cent that must be read back
  const char* why;
};

const Kind kKinds[] = {
    {"mathematical", Mathematical, 100, "the very same letters, styled"},
    {"fullwidth", Fullwidth, 100, "the very same letters, wide"},
    {"small capitals", SmallCaps, 100, "the very same letters, small capitals"},
    {"enclosed", Enclosed, 100, "the very same letters in circles or squares"},
    {"Cyrillic", Cyrillic, 100, "a closed table"},
    {"zero width", ZeroWidth, 100, "a reader does not see it"},
    {"soft hyphen", SoftHyphen, 100, "a reader does not see it"},
    {"marks", Marks, 100, "no word of the policy needs them"},
    {"stretched", Stretched, 100, "nobody means a letter three times"},
    {"doubled", Doubled, 98, "two letters may be another word, or two terms'"},
    {"digits", Digits, 97, "two letters and figures are a series: dr355"},
    {"signs", Signs, 99.9, "hardly ever beside a letter for another reason"},
    {"masked", Masked, 96, "one letter may fit several terms: ba*us"},
    {"spaced", Spaced, 100, "single letters in a row mean nothing else"},
    {"punctuated", Punctuated, 100,
     "single letters in a row mean nothing else"},
    {"cut in two", CutInTwo, 100, "where one of the pieces is no word"},
    {"joined", Joined, 99, "cut at words that are known"},
    {"figure 2", FigureTwo, 100, "a term's word said twice"},
    {"clitic", Clitic, 100, "a term's word with what hangs on it"},
    {"old spelling", OldSpelling, 99, "a j may be a y or a j"},
    {"neighbour key", NeighbourKey, 97, "one slip may be from two terms"},
    {"swapped", Swapped, 99, "one slip may be from two terms"},
    {"omitted", Omitted, 74, "four letters that are left prove too little"},
    {"stretched, styled", Both<Stretched, Mathematical>, 100,
     "two steps of their own"},
    {"digits, stretched", Both<Digits, Stretched>, 98,
     "two steps on the same letters"},
    {"digits, zero width", Both<Digits, ZeroWidth>, 97, "as digits alone"},
    {"digits, fullwidth", Both<Digits, Fullwidth>, 97, "as digits alone"},
    {"Cyrillic, spaced", CyrillicSpaced, 99,
     "letters of their own, each for itself"},
    {"digits, spaced", Both<Digits, Spaced>, 100,
     "apart, a figure is no number"},
    {"digits, clitic", Both<Digits, Clitic>, 100,
     "letters behind the last figure"},
};

// Shorter words are mostly another word when a letter changes.
constexpr size_t kShortest = 5;

struct Shipped {
  std::shared_ptr<const Ruleset> ruleset;
  std::set<std::string> words;  // terms that are one word of letters
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
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const TermList& list : policy->lists) {
    for (const WrittenTerm term : list.terms) {
      if (term.text.size() >= kShortest &&
          std::all_of(term.text.begin(), term.text.end(), letter)) {
        shipped.words.emplace(term.text);
      }
    }
  }
  return shipped;
}

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

TEST_CASE("Terms are read back from every disguise", "[disguises]") {
  const Shipped shipped = LoadShipped();
  if (!shipped.ruleset->vocabulary.KnowsLanguage()) {
    WARN("not run: no dictionaries, with which the floors were measured");
    return;
  }
  CHECK(shipped.words.size() > 500);
  constexpr unsigned kSeed = 20261123;
  Reader reader(*shipped.ruleset);
  for (const Kind& kind : kKinds) {
    Random random(kSeed);
    Share share;
    for (const std::string& word : shipped.words) {
      const std::string text = kind.disguise(word, &random);
      if (!text.empty()) reader.Try(word, text, &share);
    }
    CAPTURE(kind.name, kind.why, kSeed, share.read, share.tried,
            share.other_words, Some(share.missed));
    CHECK(share.tried > 0);
    CHECK(share.PerCent() >= kind.floor);
  }
}

}  // namespace
}  // namespace saring
