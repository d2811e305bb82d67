// Digits and signs that stand for letters: b3k45, b@ju, $econd, b*kas.

#ifndef SARING_NORMALIZER_DIGIT_READING_H_
#define SARING_NORMALIZER_DIGIT_READING_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "normalizer/run.h"

namespace saring {

// The letters that a digit of ASCII may stand for; "" for everything else.
constexpr std::string_view LettersOfDigit(char digit) {
  // Figures are drawn like these letters. Some are like two.
  constexpr std::array<std::string_view, 10> kLetters = {
      "o", "il", "z", "e", "a", "s", "bg", "tj", "b", "g"};
  if (digit < '0' || digit > '9') return {};
  return kLetters[static_cast<size_t>(digit - '0')];
}

// Puts for each digit of ASCII in *letters the letter that it is most like.
void ReadDigitsAsLetters(std::string* letters);

// The letters that a sign may stand for: those that separate words as well, so
// that each is read only next to letters.
std::string_view LettersOfSign(char32_t sign);

// A sign that is hardly ever written beside a letter for another reason, so
// that three letters with it are enough.
bool IsBoldSign(char32_t sign);

// A sign that hides one letter, whichever.
bool IsMask(char32_t sign);

// Whether digits in `run`, a word, are what they look like: a number with a
// unit (50rb, 2XL, 12x), a series (S22, KA02), or numbers with x or in between
// (180x200, 3in1).
bool IsNumberPattern(Run run);

}  // namespace saring

#endif  // SARING_NORMALIZER_DIGIT_READING_H_
