// What config/ knows of Unicode, against ICU, which it may not use.

#include "config/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <catch2/catch.hpp>
#include <random>

namespace saring {
namespace {

std::string Encode(UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  return {bytes, static_cast<size_t>(size)};
}

TEST_CASE("DecodeUtf8 agrees with ICU on every character", "[utf8]") {
  size_t wrong = 0;
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    const std::string text = Encode(c);
    char32_t decoded = 0;
    const size_t size = DecodeUtf8(text + "a", 0, &decoded);
    if (size != text.size() || decoded != static_cast<char32_t>(c)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("DecodeUtf8 agrees with ICU on random bytes", "[utf8]") {
  const unsigned seed = GENERATE(range(0u, 200u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  // Bytes at the edges of what may follow what, more often than by chance.
  static constexpr unsigned char kEdges[] = {
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
      0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xF8, 0xFF};
  std::string text(500, '\0');
  for (char& c : text) {
    c = static_cast<char>(rng() % 4 == 0 ? rng() % 256
                                         : kEdges[rng() % sizeof kEdges]);
  }
  for (size_t at = 0; at < text.size(); ++at) {
    int32_t next = static_cast<int32_t>(at);
    UChar32 expected = 0;
    U8_NEXT(text.data(), next, static_cast<int32_t>(text.size()), expected);
    char32_t decoded = 0;
    const size_t size = DecodeUtf8(text, at, &decoded);
    CAPTURE(at);
    REQUIRE((size == 0) == (expected < 0));
    if (size == 0) continue;
    REQUIRE(decoded == static_cast<char32_t>(expected));
    REQUIRE(at + size == static_cast<size_t>(next));
  }
}

TEST_CASE("Invisible is what Unicode says, and a little more", "[utf8]") {
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    const bool invisible =
        u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
        u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) ||
        (c >= 0x2028 && c <= 0x202E) ||  // line separators among bidi marks
        (c >= 0xFFF9 && c <= 0xFFFB) ||  // annotations
        c == 0x2800;                     // an empty Braille cell
    const bool found = FindInvisible("a" + Encode(c) + "b").has_value();
    if (found == invisible) continue;
    CAPTURE(CodePointName(static_cast<char32_t>(c)));
    CHECK(found == invisible);
  }
}

struct Case {
  const char* why;
  std::string text, quoted;
};

const Case kQuotes[] = {
    {"plain", "baju", "'baju'"},
    {"empty", "", "''"},
    {"other letters", "\u00E9\u5DF2\U0001F600", "'\u00E9\u5DF2\U0001F600'"},
    {"60 bytes", std::string(60, 'a'), "'" + std::string(60, 'a') + "'"},
    {"61 bytes", std::string(61, 'a'), "'" + std::string(60, 'a') + "...'"},
    {"cut before a letter, not within it", std::string(59, 'a') + "\u00E9",
     "'" + std::string(59, 'a') + "...'"},
    {"a line end", "a\nb", "'a<U+000A>b'"},
    {"an escape", "a\x1B[31mb", "'a<U+001B>[31mb'"},
    {"a change of direction", "a\u202Eb", "'a<U+202E>b'"},
};

TEST_CASE("Quote shows what is there", "[utf8]") {
  for (const Case& c : kQuotes) {
    DYNAMIC_SECTION(c.why) { CHECK(Quote(c.text) == c.quoted); }
  }
}

}  // namespace
}  // namespace saring
