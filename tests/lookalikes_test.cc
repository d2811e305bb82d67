#include "normalizer/lookalikes.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "normalizer/fold.h"
#include "normalizer/lookalikes_by_hand.h"

namespace saring {
namespace {

struct Row {
  const char* why;
  char32_t letter;
  std::string_view reads;
};

const Row kRows[] = {
    {"Cyrillic a", U'а', "a"},
    {"Cyrillic ve, by its capital", U'в', "b"},
    {"Cyrillic en, by its capital", U'н', "h"},
    {"Cyrillic ze has no letter but a digit", U'з', "3"},
    {"Greek eta, by its small and its capital letter", U'η', "hn"},
    {"Greek nu", U'ν', "nv"},
    {"Greek lambda, in either case", U'λ', "la"},
    {"a letter is preferred to a digit: the circle", U'о', "o"},
    {"Ukrainian i: its capital may be an l", U'і', "il"},
    {"d with stroke", U'đ', "d"},
    {"Cherokee", U'Ꭺ', "a"},
    {"Canadian", U'ᗩ', "a"},
    {"Lycian", U'𐊗', "t"},
    {"the won", U'₩', "w"},

    {"a", U'a', ""},
    {"m, whose skeleton is rn", U'm', ""},
    {"one, whose skeleton is l", U'1', ""},
    {"zero", U'0', ""},
    {"a space", U' ', ""},
    {"a capital is not folded", U'В', ""},
    {"Cyrillic yeru looks like two", U'ы', ""},
    {"Cyrillic ef", U'ф', ""},
    {"Thai ko kai", U'ก', ""},
    {"Devanagari ka", U'क', ""},
    {"an ideograph", U'着', ""},
    {"a Korean syllable", U'구', ""},
    {"an emoji", U'👕', ""},
    {"no code point", char32_t{0xFFFFFFFF}, ""},
};

TEST_CASE("Some letters and what they look like", "[lookalikes]") {
  for (const Row& row : kRows) {
    CAPTURE(row.why);
    CHECK(LookAlikesOf(row.letter) == row.reads);
  }
}

TEST_CASE("Look-alikes are few, and letters or digits", "[lookalikes]") {
  size_t rows = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string_view reads = LookAlikesOf(c);
    if (reads.empty()) continue;
    CAPTURE(static_cast<uint32_t>(c), reads);
    ++rows;
    REQUIRE(c >= 0x80);
    REQUIRE(reads.size() <= 4);
    const auto digit = [](char r) { return r >= '0' && r <= '9'; };
    const auto letter = [](char r) { return r >= 'a' && r <= 'z'; };
    REQUIRE((std::all_of(reads.begin(), reads.end(), digit) ||
             std::all_of(reads.begin(), reads.end(), letter)));
  }
  CHECK(rows > 500);
}

struct CloseChecker {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

// The skeleton of ICU without marks.
std::u16string Skeleton(USpoofChecker* checker, char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  char16_t source[2], skeleton[64];
  int32_t size = 0;
  U16_APPEND_UNSAFE(source, size, c);
  const int32_t skeleton_size =
      uspoof_getSkeleton(checker, 0, source, size, skeleton, 64, &error);
  REQUIRE(U_SUCCESS(error));
  std::u16string kept;
  for (int32_t i = 0; i < skeleton_size; ++i) {
    if (u_charType(skeleton[i]) != U_NON_SPACING_MARK &&
        u_charType(skeleton[i]) != U_ENCLOSING_MARK) {
      kept.push_back(skeleton[i]);
    }
  }
  return kept;
}

std::u32string FoldedCodes(const Forms& forms, std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) {
    char bytes[U8_MAX_LENGTH];
    size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    utf8.append(bytes, size);
  }
  FoldBuffers buffers;
  std::vector<FoldedChar> folded;
  Fold(forms, utf8, &buffers, &folded);
  std::u32string codes;
  for (const FoldedChar& c : folded) codes.push_back(c.code);
  return codes;
}

// Every letter, digit or currency sign that ICU confuses with a letter is read
// as that letter, however it is folded.
TEST_CASE("The table holds ICU's classes", "[lookalikes]") {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<USpoofChecker, CloseChecker> checker(
      uspoof_open(&error));
  REQUIRE(U_SUCCESS(error));
  const Forms forms = LoadForms();
  size_t members = 0;
  std::u16string skeletons[26];
  for (int i = 0; i < 26; ++i) {
    skeletons[i] = Skeleton(checker.get(), U'a' + static_cast<char32_t>(i));
  }
  for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
    const auto point = static_cast<UChar32>(c);
    if (!u_isdefined(point) || U_IS_SURROGATE(point)) continue;
    if (!u_isalnum(point) && u_charType(point) != U_CURRENCY_SYMBOL) continue;
    const std::u16string skeleton = Skeleton(checker.get(), c);
    const std::u32string folded = FoldedCodes(forms, {&c, 1});
    if (folded.size() != 1 || folded[0] < 0x80) continue;
    if (KindOf(folded[0]) == Kind::kSeparator) continue;
    for (int i = 0; i < 26; ++i) {
      if (skeletons[i] != skeleton) continue;
      CAPTURE(static_cast<uint32_t>(c), i);
      ++members;
      REQUIRE(LookAlikesOf(folded[0]).find(static_cast<char>('a' + i)) !=
              std::string_view::npos);
    }
  }
  CHECK(members > 400);
}

TEST_CASE("The table holds what is listed by hand", "[lookalikes]") {
  const Forms forms = LoadForms();
  for (const HandRow& row : kByHand) {
    FoldBuffers buffers;
    std::vector<FoldedChar> folded;
    Fold(forms, row.letters, &buffers, &folded);
    REQUIRE(!folded.empty());
    for (const FoldedChar& c : folded) {
      CAPTURE(row.letters, static_cast<uint32_t>(c.code));
      CHECK(LookAlikesOf(c.code).substr(
                0, std::string_view(row.reads).size()) == row.reads);
    }
  }
}

}  // namespace
}  // namespace saring
