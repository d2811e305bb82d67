#include "normalizer/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace saring {
namespace {

// Letters to Unicode, punctuation to everybody else: the apostrophes and tone
// bars among the modifier letters, the Japanese length mark, which passes for a
// hyphen, and the two archaic Korean vowels that are drawn as dots.
bool IsPunctuationLetter(char32_t c) {
  return (c >= 0x2B9 && c <= 0x2FF) || c == 0x30FC || c == 0x119E ||
         c == 0x11A2;
}

}  // namespace

Kind KindOf(char32_t c) {
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return Kind::kDigit;
    const char32_t small = c | 0x20;
    return small >= 'a' && small <= 'z' ? Kind::kLetter : Kind::kSeparator;
  }
  const auto point = static_cast<UChar32>(c);
  const uint32_t category = U_MASK(u_charType(point));
  if (category & U_GC_M_MASK) return Kind::kMark;
  if (category & U_GC_SC_MASK) return Kind::kSymbol;
  if (!(category & (U_GC_L_MASK | U_GC_N_MASK))) return Kind::kSeparator;
  if (IsPunctuationLetter(c)) return Kind::kSeparator;
  if (u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC)) return Kind::kIdeograph;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(point, &error);
  if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
      script == USCRIPT_KATAKANA) {
    return Kind::kIdeograph;
  }
  return category & U_GC_N_MASK ? Kind::kDigit : Kind::kLetter;
}

bool IsInvisible(char32_t c) {
  if (c < 0x80) return false;
  // The annotation characters are not in the property, but never shown either.
  return (c >= 0xFFF9 && c <= 0xFFFB) ||
         u_hasBinaryProperty(static_cast<UChar32>(c),
                             UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool IsFiller(char32_t c) {
  return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

bool IsMark(char32_t c) {
  if (c < 0x80) return false;
  // The halfwidth kana marks are letters that fold to marks.
  return c == 0xFF9E || c == 0xFF9F ||
         (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

bool IsNonspacingMark(char32_t c) {
  return c >= 0x80 && (U_MASK(u_charType(static_cast<UChar32>(c))) &
                       (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

bool CarriesIdleMarks(char32_t base) {
  if (base < 0x80) return true;
  const Kind kind = KindOf(base);
  if (kind == Kind::kSeparator || kind == Kind::kSymbol) return true;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(base), &error)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_COMMON:
      return true;
    default:
      return false;
  }
}

Case CaseOf(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Case::kSmall;
    return c >= 'A' && c <= 'Z' ? Case::kCapital : Case::kNone;
  }
  const auto point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(point, UCHAR_LOWERCASE)) return Case::kSmall;
  if (u_hasBinaryProperty(point, UCHAR_UPPERCASE)) return Case::kCapital;
  return Case::kNone;
}

}  // namespace saring
