// What a code point is to the normalizer.

#ifndef SARING_NORMALIZER_CHARACTERS_H_
#define SARING_NORMALIZER_CHARACTERS_H_

#include <cstdint>

namespace saring {

enum class Kind : uint8_t {
  kSeparator,  // anything else
  kLetter,
  kMark,
  kDigit,
  kIdeograph,  // a Chinese character or a kana: a word of its own
  kSymbol,     // a currency sign: separates words, but may stand for a letter
};

// The kind of a folded code point.
Kind KindOf(char32_t c);

// Dropped before folding: invisible characters and bidi controls.
bool IsInvisible(char32_t c);

// Shown as a gap, though Unicode calls it a letter.
bool IsFiller(char32_t c);

// Any mark, and what folds to one.
bool IsMark(char32_t c);

// A mark that may be stripped: one that takes no room of its own.
bool IsNonspacingMark(char32_t c);

// Whether marks on `base` say nothing: on Latin, Greek, Cyrillic and whatever
// is no part of a word. Elsewhere, as in Thai or Javanese, they are vowels.
bool CarriesIdleMarks(char32_t base);

enum class Case : uint8_t { kNone, kSmall, kCapital };

Case CaseOf(char32_t c);

}  // namespace saring

#endif  // SARING_NORMALIZER_CHARACTERS_H_
