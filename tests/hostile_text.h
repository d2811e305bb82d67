// Pieces of text that have broken normalizers, to be mixed and repeated.

#ifndef SARING_TESTS_HOSTILE_TEXT_H_
#define SARING_TESTS_HOSTILE_TEXT_H_

#include <string_view>

namespace saring {

// In no order that matters, and so not one a line.
// clang-format off
constexpr std::string_view kHostilePieces[] = {
    "a", "B", "aB", "b", "kaos", "BEKAS", "1", " ", "-", "\u200B", "\u200D",
    "\u034F", "\u0301", "\u0336", "\u0345", "\u0344", "\u20E3", "\uFE0F",
    "\u0E01", "\u0E48", "\u0E38", "\u0E33", "\u1100", "\u1161", "\u11A8",
    "\u3131", "\uFFA1", "\uFF9E", "\uFF76", "\u3099", "\u304B", "\u3164",
    "\u115F", "\u0628", "\u064E", "\u0651", "\uFC5E", "\uFDFA", "\u0905",
    "\u093C", "\u0915", "\u0BC6", "\u0BBE", "\u09C7", "\u09BE", "\u0F71",
    "\u0F73", "\u0F40", "\u0F0B", "\u05D0", "\u05B8", "\u05BC", "\uFB4B",
    "\u0430", "\u0412", "\u0438\u0306", "\u039B", "\u03C2", "\u1FB3",
    "\u0391\u0345", "\u0130", "\u0131", "\u1E9E", "\uFB05", "\u01C4",
    "\u24D1", "\u249D", "\u2488", "\U0001F171", "\U0001F195", "\U0001F1E6",
    "\U0001D41B", "\u1D2C", "\u1D00", "\u2122", "\u212B", "\u00B4", "\u00BD",
    "\u20B3", "\u0E3F", "\u4E00", "\U00020BB7", "\u302A", "\u302E",
    "\U0001D15F", "\U0001D165", "\u1B05\u1B35", "\U000110A5", "\U000110BA",
    "\u30FC", "\u02BC", "\u119E", "\u202E", "\uA9A7", "\uA9BC", "\u13A0",
    "\uAB70", "\U0001F468", "@", "$", "*", "2", "8", "j", "oe", "\"", "ekas",
    "I", "nya", "2an", "\u202Eab\u202C", "\xE2\x84", "\x9C", "\xFF", "\xF0\x9F"};
// clang-format on

}  // namespace saring

#endif  // SARING_TESTS_HOSTILE_TEXT_H_
