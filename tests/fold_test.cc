// What was folded before changes nothing: folding remembers single characters.

#include "normalizer/fold.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace saring {
namespace {

struct Row {
  char32_t code;
  const char* why;
};

// Some share the place where they are remembered with the one before.
const Row kRows[] = {
    {'a', "ASCII, which is not remembered"},
    {'E', "a capital"},
    {0x0301, "an acute accent: it depends on what it stands on"},
    {0x00E9, "an accent that composes"},
    {0x02E9, "512 above it"},
    {0x0430, "a look-alike"},
    {0x0630, "512 above it"},
    {0xFF41, "full width"},
    {0xFF76, "a half-width kana, which takes a mark that follows"},
    {0xFF9E, "that mark, a letter by its kind"},
    {0xFDFA, "eighteen characters in four words"},
    {0xFBFA, "512 below it"},
    {0x00BD, "a fraction, with a separator inside"},
    {0x00DF, "a letter that folds to two"},
    {0x1100, "a jamo that composes with the next"},
    {0x1161, "the next"},
    {0x0930, "a Devanagari letter, whose marks say something"},
    {0x093C, "such a mark"},
    {0x0903, "a mark with a width of its own: a row of them is cut"},
    {0x20DD, "a circle around what stands before it"},
    {0x1D68B, "a styled letter"},
    {0x1F171, "an enclosed letter"},
    {0x1D00, "a small capital"},
    {0x200B, "invisible"},
    {0x202E, "an override: what follows is reversed"},
    {0x0345, "an accent that folds to a letter"},
    {0x10FFFF, "no character"},
};

std::string RandomText(std::mt19937* rng) {
  std::string text;
  for (size_t n = (*rng)() % 12; n > 0; --n) {
    char bytes[U8_MAX_LENGTH];
    size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, kRows[(*rng)() % std::size(kRows)].code);
    for (size_t many = (*rng)() % 8 == 0 ? 40 : 1; many > 0; --many) {
      text.append(bytes, size);
    }
  }
  return text;
}

bool Same(const FoldedChar& a, const FoldedChar& b) {
  const auto all = [](const FoldedChar& c) {
    return std::make_tuple(c.code, c.kind, c.letter_case, c.styled, c.reversed,
                           c.after_gap, c.begin, c.end);
  };
  return all(a) == all(b);
}

TEST_CASE("What was folded before changes nothing", "[fold]") {
  const Forms forms = LoadForms();
  constexpr unsigned kSeed = 20261126;
  std::mt19937 rng(kSeed);
  FoldBuffers used;
  std::vector<FoldedChar> again, anew;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = RandomText(&rng);
    CAPTURE(kSeed, i, text);
    FoldBuffers fresh;
    again.clear();
    anew.clear();
    Fold(forms, text, &used, &again);
    Fold(forms, text, &fresh, &anew);
    REQUIRE(
        std::equal(again.begin(), again.end(), anew.begin(), anew.end(), Same));
  }
}

// All characters there are, so that those remembered first give way to others.
TEST_CASE("No character folds to more than its first byte says", "[fold]") {
  const Forms forms = LoadForms();
  FoldBuffers used;
  std::vector<FoldedChar> once, again;
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    char bytes[U8_MAX_LENGTH];
    size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, code);
    once.clear();
    Fold(forms, {bytes, size}, &used, &once);
    CAPTURE(static_cast<uint32_t>(code));
    REQUIRE(once.size() <= MostFolded(static_cast<unsigned char>(bytes[0])));
    if (code % 61 != 0) continue;
    again.clear();
    Fold(forms, {bytes, size}, &used, &again);
    REQUIRE(
        std::equal(once.begin(), once.end(), again.begin(), again.end(), Same));
  }
}

}  // namespace
}  // namespace saring
