#include <catch2/catch.hpp>
#include <cstdlib>

#include "bench/peer_scores.h"
#include "bench/peers.h"
#include "tests/temp_dir.h"

namespace saring::quality {
namespace {

constexpr size_t kAny = 2;

struct PeerCase {
  const char* why;
  std::string text;
  // 1 when found, kAny when that depends on the data of ICU's version: by
  // lower-case words, substrings, skeletons of words, squeezed, leet.
  std::vector<size_t> found;
};

const std::vector<std::string> kTerms = {"bekas", "ball press", "2nd"};

const PeerCase kCases[] = {
    {"the word as it is", "baju bekas", {1, 1, 1, 1, 1}},
    {"upper case", "Baju BEKAS", {1, 1, 1, 1, 1}},
    {"the whole text", "bekas", {1, 1, 1, 1, 1}},
    {"a hyphen ends a word", "ex-bekas!", {1, 1, 1, 1, 1}},
    {"two words", "baju Ball Press", {1, 1, 1, 1, 1}},
    {"two words as they are only with a space", "ball-press", {1, 0, 1, 1, 1}},
    {"a figure in a term", "hp 2nd", {1, 1, 1, 1, 1}},
    {"part of a word", "membekaskan", {0, 1, 0, 1, 1}},
    {"a figure ends no word", "22nd", {0, 1, 0, 1, 1}},
    {"stretched", "bekaaass", {0, 0, 0, 0, 1}},
    {"doubled in the term, single in the text", "bal pres", {0, 0, 0, 0, 1}},
    {"full width", "\uFF42\uFF45kas", {0, 0, kAny, 1, 1}},
    {"a mark", "be\u0301kas", {0, 0, 0, 1, 1}},
    {"a letter that has a mark", "b\u00E9kas", {0, 0, 0, 1, 1}},
    {"an invisible character", "be\u200Bkas", {0, 0, kAny, 1, 1}},
    {"Cyrillic letters", "b\u0435k\u0430s", {0, 0, 1, 0, 1}},
    {"digits for letters", "b3k4s", {0, 0, 0, 0, 1}},
    {"signs for letters", "bek@$", {0, 0, 0, 0, 1}},
    {"spaced letters", "b e k a s", {0, 0, 0, 1, 1}},
    {"the end of one word and the beginning of another",
     "tempe kabe kasur",
     {0, 0, 0, 1, 1}},
    {"another word", "baju baru", {0, 0, 0, 0, 0}},
    {"the words apart", "ball baju press", {0, 0, 0, 0, 0}},
    {"not UTF-8", "\xff bekas", {1, 1, 1, 1, 1}},
    {"not UTF-8 within a word", "be\xffkas", {0, 0, 0, 1, 1}},
    {"no text", "", {0, 0, 0, 0, 0}},
};

TEST_CASE("Simple peers find what they say they find", "[quality]") {
  const TempDir nowhere;
  std::vector<PeerSet> sets;
  for (const PeerCase& c : kCases) sets.push_back({c.why, kTerms, {c.text}});
  const auto scores = AskPeers(sets, nowhere.path());
  REQUIRE(scores.size() == 6);
  for (size_t i = 0; i < sets.size(); ++i) {
    DYNAMIC_SECTION(sets[i].name) {
      for (size_t peer = 0; peer < 5; ++peer) {
        if (kCases[i].found[peer] == kAny) continue;
        CAPTURE(scores[peer].name);
        CHECK(scores[peer].found[i] == kCases[i].found[peer]);
      }
    }
  }
  CHECK(scores[5].found.empty());
  CHECK_FALSE(scores[5].absent.empty());
}

TEST_CASE("A set counts its texts by its own terms", "[quality]") {
  const TempDir nowhere;
  const std::vector<std::string> texts = {"aku", "kamu", "aku kamu", "dia"};
  const auto scores = AskPeers({{"one", {"aku"}, texts},
                                {"two", {"aku", "kamu"}, texts},
                                {"no", {}, {}}},
                               nowhere.path());
  CHECK(scores.front().found == std::vector<size_t>{2, 3, 0});
}

// Stands in for the package: it finds a pattern within the lower-cased text.
constexpr char kPackage[] = R"(
exports.englishRecommendedBlacklistMatcherTransformers = [
  {transform: (c) => c === 51 ? 101 : c},
  {factory: () => ({transform: (c) => c === 45 ? undefined : c})}];
exports.englishRecommendedTransformers = {};
exports.parseRawPattern = (text) => text;
exports.DataSet = class {
  constructor() { this.all = []; }
  addPhrase(add) { add({addPattern: (p) => this.all.push(p)}); return this; }
  build() { return {all: this.all}; }
};
exports.RegExpMatcher = class {
  constructor(options) { this.all = options.all; }
  hasMatch(text) { return this.all.includes(text); }
};
)";

TEST_CASE("The package is asked once, about every set", "[quality]") {
  if (std::system("node --version >/dev/null 2>&1") != 0) {
    WARN("skipped: no node");
    return;
  }
  const TempDir folder;
  folder.Write("it's/node_modules/obscenity/index.js", kPackage);
  const auto scores = AskPeers({{"one", {"b3k-as", "a|b"}, {"bekas", "x"}},
                                {"two", {"x"}, {"x", "x", "bekas"}},
                                {"escaped", {"a|b"}, {"a\\|b", "a|b"}},
                                {"not UTF-8", {"x"}, {"\xff", "x"}}},
                               folder.At("it's"));
  CHECK(scores.back().absent.empty());
  CHECK(scores.back().found == std::vector<size_t>{1, 2, 1, 1});
}

}  // namespace
}  // namespace saring::quality
