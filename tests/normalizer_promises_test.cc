// What lattice.h and normalizer.h promise, on random and hostile text.

#include <unicode/utf8.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

#include "normalizer/normalizer.h"
#include "tests/hostile_text.h"
#include "tests/word_set.h"

namespace saring {
namespace {

const WordSet kWords = {
    {"baju", "bekas", "kaos", "a",    "b",    "aa",    "ab",     "ba",
     "bb",   "aba",   "la",   "al",   "o",    "oo",    "aab",    "baba",
     "abba", "bass",  "kao",  "osa",  "2nd",  "aaaaa", "bekasb", "kaosbekas1",
     "syal", "il",    "ku",   "abab", "kasba"},
    {"bekasi", "kaosa", "aabb"}};

void Append(char32_t c, std::string* text) {
  char bytes[U8_MAX_LENGTH];
  size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  text->append(bytes, size);
}

using Rng = std::mt19937;

size_t Below(size_t limit, Rng* rng) {
  return std::uniform_int_distribution<size_t>(0, limit - 1)(*rng);
}

std::string RandomBytes(Rng* rng) {
  std::string text(Below(200, rng), ' ');
  for (char& c : text) c = static_cast<char>(Below(256, rng));
  return text;
}

std::string RandomCodePoints(Rng* rng) {
  std::string text;
  // Mostly the planes that are full.
  for (size_t i = Below(100, rng); i > 0; --i) {
    auto c =
        static_cast<char32_t>(Below(Below(4, rng) ? 0x20000 : 0x110000, rng));
    if (c >= 0xD800 && c < 0xE000) c = 'a';
    Append(c, &text);
  }
  return text;
}

std::string RandomAttack(Rng* rng) {
  std::string text;
  for (size_t i = Below(40, rng); i > 0; --i) {
    const std::string_view piece =
        kHostilePieces[Below(std::size(kHostilePieces), rng)];
    for (size_t n = Below(8, rng) ? 1 : Below(70, rng); n > 0; --n) {
      text += piece;
    }
  }
  return text;
}

class Reader {
 public:
  const Lattice& Read(std::string_view text, const Lexicon* lexicon) {
    normalizer_.Read(text, lexicon, &scratch_, &lattice_);
    return lattice_;
  }

 private:
  Normalizer normalizer_;
  NormalizerScratch scratch_;
  Lattice lattice_;
};

void RequireWords(const Lattice& lattice, size_t size) {
  uint32_t from = 0;
  size_t letters = 0;
  for (const Word& word : lattice.words) {
    // One assertion, since millions of words come by.
    REQUIRE(
        (word.from >= from && word.from < word.to &&
         word.to < lattice.node_count && word.begin < word.end &&
         word.end <= size && word.text_size > 0 &&
         size_t{word.text_begin} + word.text_size <= lattice.letters.size()));
    from = word.from;
    letters += word.text_size;
  }
  // Those of a reading that was dropped in the end stay.
  REQUIRE(letters <= lattice.letters.size());
}

// In order of nodes, ranges are in order.
void RequireOrder(const Lattice& lattice) {
  const size_t nodes = lattice.node_count;
  // By the node where a word begins or ends: the first and last byte there.
  std::vector<uint32_t> least_begin(nodes, UINT32_MAX), most_begin(nodes, 0);
  std::vector<uint32_t> least_end(nodes, UINT32_MAX), most_end(nodes, 0);
  for (const Word& word : lattice.words) {
    least_begin[word.from] = std::min(least_begin[word.from], word.begin);
    most_begin[word.from] = std::max(most_begin[word.from], word.begin);
    least_end[word.to] = std::min(least_end[word.to], word.end);
    most_end[word.to] = std::max(most_end[word.to], word.end);
  }
  uint32_t begin = 0, end = 0;
  for (size_t node = 0; node < nodes; ++node) {
    REQUIRE((least_begin[node] >= begin && least_end[node] >= end));
    begin = std::max(begin, most_begin[node]);
    end = std::max(end, most_end[node]);
  }
}

void RequireTiling(const Lattice& lattice) {
  uint32_t at = 0;
  for (const Word& word : lattice.words) {
    if (word.step != Step::kWritten) continue;
    REQUIRE(word.from == at);
    at = word.to;
  }
  REQUIRE(at + 1 == lattice.node_count);
}

// Every other reading is a term's word, or stands in a row of pieces of which
// one is, or is read as one.
void RequireReasons(const Lattice& lattice) {
  std::vector<bool> landed(lattice.node_count);
  for (const Word& word : lattice.words) {
    if (word.step == Step::kWritten) continue;
    if (kWords.IsTermWord(lattice.text(word))) {
      landed[word.from] = true;
    } else {
      REQUIRE((word.step == Step::kBoundary || word.step == Step::kJoined));
    }
  }
  for (const Word& word : lattice.words) {
    if (word.step != Step::kWritten || word.to == word.from + 1) continue;
    REQUIRE(std::find(landed.begin() + word.from, landed.begin() + word.to,
                      true) != landed.begin() + word.to);
  }
}

void RequireFixedPoint(const Lattice& lattice, Reader* reader) {
  for (const Word& word : lattice.words) {
    const std::string letters(lattice.text(word));
    const Lattice& again = reader->Read(letters, nullptr);
    CAPTURE(letters);
    REQUIRE(again.words.size() == 1);
    REQUIRE((again.text(again.words[0]) == letters &&
             again.words[0].begin == 0 &&
             again.words[0].end == letters.size()));
  }
}

// A lexicon adds readings and leaves the written words alone.
void RequireSameWritten(const Lattice& with, const Lattice& without) {
  auto plain = without.words.begin();
  for (const Word& word : with.words) {
    if (word.step != Step::kWritten) continue;
    REQUIRE(plain != without.words.end());
    REQUIRE((with.text(word) == without.text(*plain) &&
             word.begin == plain->begin && word.end == plain->end));
    ++plain;
  }
  REQUIRE(plain == without.words.end());
}

void RequirePromises(std::string_view text) {
  static Reader first, second;
  const Lattice& lattice = first.Read(text, &kWords);
  RequireWords(lattice, text.size());
  RequireOrder(lattice);
  RequireTiling(lattice);
  RequireReasons(lattice);
  RequireSameWritten(lattice, second.Read(text, nullptr));
  RequireFixedPoint(lattice, &second);
}

template <typename Make>
void RequirePromisesOf(Make make, unsigned rounds) {
  for (unsigned seed = 0; seed < rounds; ++seed) {
    Rng rng(seed);
    const std::string text = make(&rng);
    CAPTURE(seed, text);
    RequirePromises(text);
  }
}

TEST_CASE("Promises hold for random bytes", "[normalizer]") {
  RequirePromisesOf(RandomBytes, 500);
}

TEST_CASE("Promises hold for random characters", "[normalizer]") {
  RequirePromisesOf(RandomCodePoints, 2000);
}

TEST_CASE("Promises hold for attacks", "[normalizer]") {
  RequirePromisesOf(RandomAttack, 3000);
}

TEST_CASE("Promises hold for every character", "[normalizer]") {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    // Planes that hold nothing.
    if (c == 0x40000) c = 0xE0000;
    std::string text = "a";
    Append(c, &text);
    Append(c, &text);
    text += "\u0301";
    CAPTURE(static_cast<uint32_t>(c));
    RequirePromises(text);
  }
}

}  // namespace
}  // namespace saring
