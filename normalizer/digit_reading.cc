#include "normalizer/digit_reading.h"

#include <algorithm>
#include <array>
#include <string>

namespace saring {
namespace {

constexpr std::string_view kUnits[] = {
    "a",     "ah",     "an",   "bal",    "bar",    "bit",   "bks",  "bln",
    "bulan", "c",      "cc",   "ch",     "cm",     "d",     "dpi",  "f",
    "fps",   "g",      "gb",   "gr",     "gram",   "gsm",   "h",    "hari",
    "hp",    "hz",     "in",   "inch",   "inci",   "j",     "jam",  "jt",
    "juta",  "k",      "kali", "karung", "kg",     "khz",   "kodi", "krg",
    "kva",   "kwh",    "l",    "lbr",    "lembar", "liter", "lt",   "ltr",
    "lusin", "m",      "mah",  "mb",     "menit",  "meter", "mhz",  "ml",
    "mm",    "mnt",    "mp",   "mtr",    "n",      "nd",    "ohm",  "oz",
    "p",     "pasang", "pc",   "pcs",    "pin",    "pk",    "ply",  "pp",
    "psg",   "psi",    "r",    "rb",     "rbu",    "rd",    "ribu", "rpm",
    "s",     "set",    "st",   "t",      "tahun",  "tb",    "th",   "thn",
    "u",     "v",      "va",   "volt",   "w",      "watt",  "way",  "x",
    "xl",    "xxl",    "xxxl", "y",      "yard",   "yd"};

bool IsDigit(const FoldedChar& c) { return '0' <= c.code && c.code <= '9'; }

size_t DigitsAt(Run run, size_t at) {
  size_t end = at;
  while (end < run.size() && IsDigit(run[end])) ++end;
  return end - at;
}

bool Spells(Run letters, std::string_view word) {
  return std::equal(letters.begin(), letters.end(), word.begin(), word.end(),
                    [](const FoldedChar& c, char letter) {
                      return c.code == static_cast<char32_t>(letter);
                    });
}

bool IsUnit(Run letters) {
  return std::any_of(
      std::begin(kUnits), std::end(kUnits),
      [&](std::string_view unit) { return Spells(letters, unit); });
}

}  // namespace

void ReadDigitsAsLetters(std::string* letters) {
  for (char& c : *letters) {
    const std::string_view values = LettersOfDigit(c);
    if (!values.empty()) c = values.front();
  }
}

std::string_view LettersOfSign(char32_t sign) {
  switch (sign) {
    case '@':
      return "a";
    case '$':
      return "s";
    case '!':
    case '|':
      return "il";
    case '+':
      return "t";
    case '(':
    case U'¢':
      return "c";
    case U'€':
      return "e";
    case U'£':
      return "l";
    default:
      return {};
  }
}

bool IsBoldSign(char32_t sign) { return sign == '@' || sign == '$'; }

bool IsMask(char32_t sign) { return sign == '*'; }

bool IsNumberPattern(Run run) {
  const size_t digits = DigitsAt(run, 0);
  if (digits == 0) {
    // Two letters at most, then digits only.
    size_t letters = 0;
    while (letters < run.size() && !IsDigit(run[letters])) ++letters;
    return letters <= 2 && letters < run.size() &&
           letters + DigitsAt(run, letters) == run.size();
  }
  size_t letters = digits;
  while (letters < run.size() && !IsDigit(run[letters])) ++letters;
  const Run between = run.subspan(digits, letters - digits);
  if (letters == run.size()) return IsUnit(between);
  return letters + DigitsAt(run, letters) == run.size() &&
         (Spells(between, "x") || Spells(between, "in"));
}

}  // namespace saring
