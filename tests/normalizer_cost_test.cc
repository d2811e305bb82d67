// What reading costs, counted: allocations, and what is done for hostile text.

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "normalizer/normalizer.h"
#include "tests/word_set.h"

namespace {

size_t allocations = 0;
size_t allocated_bytes = 0;

}  // namespace

// Not inlined, or the compiler sees memory of one `new` freed by another means.
[[gnu::noinline]] void* operator new(size_t size) {
  ++allocations;
  allocated_bytes += size;
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

// Or a sanitizer's own would meet our delete.
[[gnu::noinline]] void* operator new(size_t size,
                                     const std::nothrow_t&) noexcept {
  return std::malloc(size);
}

[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, size_t) noexcept {
  std::free(memory);
}

namespace saring {
namespace {

const WordSet kWords = {"baju", "bekas", "kaos", "second"};

size_t AllocationsOfSecondRead(std::string_view text) {
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  normalizer.Read(text, &kWords, &scratch, &lattice);
  const size_t before = allocations;
  normalizer.Read(text, &kWords, &scratch, &lattice);
  return allocations - before;
}

TEST_CASE("A title allocates nothing once memory is warm", "[normalizer]") {
  CHECK(AllocationsOfSecondRead(
            "Kemeja Flanel Pria Lengan Panjang Original - Ukuran M L XL") == 0);
  CHECK(AllocationsOfSecondRead("kaosTHRIFT HelloWorld #BajuSecond") == 0);
  CHECK(AllocationsOfSecondRead("bеkаs 𝐛𝐞𝐤𝐚𝐬 b₳ju 👕 古着 é") == 0);
}

struct Hostile {
  const char* why;
  std::string_view once;
};

const Hostile kHostile[] = {
    {"marks", "\u0301"},
    {"marks of many classes", "\u0345\u0301\u0316\u0E38\u0E48"},
    {"marks and halfwidth marks, which fold to marks", "\u0301\uFF9E"},
    {"marks and joiners", "\u0301\u200D"},
    {"joiners", "\u200D"},
    {"vowel jamo, which no boundary parts", "\u1161"},
    {"jamo", "\u1100\u1161\u11A8"},
    {"one character, eighteen letters", "\uFDFA"},
    {"look-alikes of four values", "σ"},
    {"look-alikes and spaces", "σσσσσσσσ "},
    {"changing case", "aB"},
    {"camels", "aaBb"},
    {"changing style", "aa𝐛𝐛"},
    {"currency", "₳"},
    {"currency and letters", "₳a"},
    {"flags", "🇦"},
    {"bad bytes", "\xF0\x9F"},
    {"ideographs", "古"},
    {"letters", "a"},
    {"letters set apart", "a "},
    {"letters set apart in two ways", "a a a-a-a-"},
    {"figures for letters", "44444444a "},
    {"figures that may be several letters", "1166a"},
    {"signs for letters", "a@"},
    {"signs that may be several letters", "|!"},
    {"masks", "a*"},
    {"drawn out", "aabbbaa"},
    {"old spelling", "joedjtj"},
    {"doubled", "baju2"},
    {"ditto marks", "baju\""},
    {"joined", "aabbbaju"},
    {"joined, nearly", "aaabbbajuaaabbbaju "},
    {"slips", "aaaaaa aaaaaaaa "},
    {"overrides", "\u202Eujab"},
    {"fragments", "aa aa "},
    {"fragments that look different", "aA"},
    {"spaces", " "},
};

struct Cost {
  size_t bytes, questions, asked, words;
};

Cost CostOf(std::string_view once, size_t size) {
  std::string text;
  while (text.size() < size) text += once;
  const WordSet words = {"baju", "aa", "bb", "aaaaaaa", "aaa", "bbb", "tillit"};
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  const size_t before = allocated_bytes;
  normalizer.Read(text, &words, &scratch, &lattice);
  return {allocated_bytes - before, words.questions(), words.bytes_asked(),
          lattice.words.size()};
}

TEST_CASE("Hostile text costs no more for each byte", "[normalizer]") {
  constexpr size_t kSize = 64 << 10;
  for (const Hostile& h : kHostile) {
    CAPTURE(h.why);
    const Cost cost = CostOf(h.once, kSize);
    const Cost twice = CostOf(h.once, 2 * kSize);
    CHECK(twice.bytes <= 3 * cost.bytes + 4096);
    CHECK(cost.bytes <= 500 * kSize);
    CHECK(cost.words <= 4 * kSize);
    // Sixty-four tries for a stretch, of up to sixty-four letters each.
    CHECK(cost.questions <= 20 * kSize);
    CHECK(cost.asked <= 80 * kSize);
  }
}

// ICU sorts marks with a method that is quadratic: no run of more may reach it.
TEST_CASE("Few marks in a row are decoded", "[normalizer]") {
  for (const Hostile& h : kHostile) {
    CAPTURE(h.why);
    std::string text;
    while (text.size() < (64 << 10)) text += h.once;
    Decoder decoder(text);
    int run = 0;
    int longest = 0;
    for (SourceChar c; decoder.Next(&c);) {
      run = IsMark(c.code) ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    CHECK(longest <= kMostMarks);
  }
}

TEST_CASE("Whatever folds to a mark that is sorted is a mark", "[normalizer]") {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* forms = unorm2_getNFKDInstance(&error);
  REQUIRE(U_SUCCESS(error));
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    char16_t decomposed[32];
    const int32_t size =
        unorm2_getDecomposition(forms, c, decomposed, 32, &error);
    UChar32 first = c;
    if (size > 0) U16_GET(decomposed, 0, 0, size, first);
    if (u_getCombiningClass(first) == 0) continue;
    CAPTURE(c);
    CHECK(IsMark(static_cast<char32_t>(c)));
  }
  CHECK(U_SUCCESS(error));
}

TEST_CASE("A title of ten megabytes is read", "[normalizer]") {
  std::string text = "é ";
  while (text.size() < (10 << 20)) text += "Baju Bekas ";
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  normalizer.Read(text, &kWords, &scratch, &lattice);
  CHECK(lattice.words.size() == (text.size() - 3) / 11 * 2 + 1);
  CHECK(lattice.words.back().end == text.size() - 1);
}

}  // namespace
}  // namespace saring
