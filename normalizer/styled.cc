#include "normalizer/styled.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

namespace saring {
namespace {

// Stretches of consecutive code points: letters count up from a, numbers from
// the one given.
struct Stretch {
  char32_t first, last;
  int number;  // -1: letters
};

constexpr Stretch kStretches[] = {
    {0x2474, 0x2487, 1},     // numbers in parentheses
    {0x2488, 0x249B, 1},     // numbers with a full stop
    {0x249C, 0x24B5, -1},    // letters in parentheses
    {0x24EB, 0x24F4, 11},    // negative circled numbers
    {0x24F5, 0x24FE, 1},     // double circled digits
    {0x24FF, 0x24FF, 0},     // negative circled zero
    {0x2776, 0x277F, 1},     // dingbats: negative circled digits
    {0x2780, 0x2789, 1},     // dingbats: circled sans-serif digits
    {0x278A, 0x2793, 1},     // dingbats: negative circled sans-serif digits
    {0x1F10B, 0x1F10B, 0},   // circled sans-serif zero
    {0x1F10C, 0x1F10C, 0},   // negative circled sans-serif zero
    {0x1F110, 0x1F129, -1},  // capitals in parentheses
    {0x1F150, 0x1F169, -1},  // negative circled capitals
    {0x1F170, 0x1F189, -1},  // negative squared capitals
    {0x1F1E6, 0x1F1FF, -1},  // regional indicators, which pair into flags
};

struct Single {
  char32_t code;
  std::string_view shown;
};

constexpr Single kSingles[] = {
    {0x0131, "i"},  // dotless i
    {0x0237, "j"},  // dotless j
    // small capitals
    {0x0262, "g"},
    {0x026A, "i"},
    {0x0274, "n"},
    {0x0276, "oe"},
    {0x0280, "r"},
    {0x028F, "y"},
    {0x0299, "b"},
    {0x029C, "h"},
    {0x029F, "l"},
    {0x1D00, "a"},
    {0x1D01, "ae"},
    {0x1D03, "b"},
    {0x1D04, "c"},
    {0x1D05, "d"},
    {0x1D07, "e"},
    {0x1D0A, "j"},
    {0x1D0B, "k"},
    {0x1D0C, "l"},
    {0x1D0D, "m"},
    {0x1D0F, "o"},
    {0x1D18, "p"},
    {0x1D1B, "t"},
    {0x1D1C, "u"},
    {0x1D20, "v"},
    {0x1D21, "w"},
    {0x1D22, "z"},
    {0xA730, "f"},
    {0xA731, "s"},
    {0xA7AF, "q"},
    // squared words
    {0x1F18E, " ab "},
    {0x1F18F, " wc "},
    {0x1F191, " cl "},
    {0x1F192, " cool "},
    {0x1F193, " free "},
    {0x1F194, " id "},
    {0x1F195, " new "},
    {0x1F196, " ng "},
    {0x1F197, " ok "},
    {0x1F198, " sos "},
    {0x1F199, " up "},
    {0x1F19A, " vs "},
    {0x1F19B, " 3d "},
    {0x1F19D, " 2k "},
    {0x1F19E, " 4k "},
    {0x1F19F, " 8k "},
};

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kNumbers[] = {
    "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9", "10",
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"};

std::string_view InStretch(const Stretch& stretch, char32_t c) {
  const size_t offset = c - stretch.first;
  if (stretch.number < 0) return kLetters.substr(offset, 1);
  return kNumbers[static_cast<size_t>(stretch.number) + offset];
}

}  // namespace

std::string_view ShownBy(char32_t c) {
  if (c < kSingles[0].code) return {};
  const auto* stretch = std::lower_bound(
      std::begin(kStretches), std::end(kStretches), c,
      [](const Stretch& s, char32_t code) { return s.last < code; });
  if (stretch != std::end(kStretches) && c >= stretch->first) {
    return InStretch(*stretch, c);
  }
  const auto* single = std::lower_bound(
      std::begin(kSingles), std::end(kSingles), c,
      [](const Single& s, char32_t code) { return s.code < code; });
  if (single == std::end(kSingles) || single->code != c) return {};
  return single->shown;
}

bool IsSmallCapital(char32_t c) {
  return ((c >= 0x0262 && c <= 0x1D22) || (c >= 0xA730 && c <= kSmallQ)) &&
         !ShownBy(c).empty();
}

bool IsStyled(char32_t c) {
  if (c < 0x80 || c == 0x131 || c == 0x237) return false;
  if (!ShownBy(c).empty()) return true;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c),
                                UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_CIRCLE:
    case U_DT_FONT:
    case U_DT_NARROW:
    case U_DT_SQUARE:
    case U_DT_SUB:
    case U_DT_SUPER:
    case U_DT_WIDE:
      return true;
    default:
      return false;
  }
}

}  // namespace saring
