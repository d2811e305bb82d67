// Letters in disguise that compatibility folding leaves as they are.

#ifndef SARING_NORMALIZER_STYLED_H_
#define SARING_NORMALIZER_STYLED_H_

#include <string_view>

namespace saring {

// What `c` shows, in small letters and digits of ASCII: small capitals,
// negative squared and circled letters, flag letters, enclosed numbers, and
// letters in parentheses, of which folding would keep the parentheses. A
// squared word such as U+1F195 stands between spaces. Empty for every other
// code point.
std::string_view ShownBy(char32_t c);

// Whether `c` is a small capital of a Latin letter.
bool IsSmallCapital(char32_t c);

// What people write for a small capital Q, which few fonts have: an o with
// ogonek.
constexpr char32_t kStandInForSmallQ = 0x01EB;
constexpr char32_t kSmallQ = 0xA7AF;

// Whether `c` is dressed up beside the plain letters: one of the above, or a
// mathematical, enclosed, raised, full-width ... form. Ligatures and accented
// letters are not.
bool IsStyled(char32_t c);

}  // namespace saring

#endif  // SARING_NORMALIZER_STYLED_H_
