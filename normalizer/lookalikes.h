// Letters of other scripts that are drawn like Latin ones.

#ifndef SARING_NORMALIZER_LOOKALIKES_H_
#define SARING_NORMALIZER_LOOKALIKES_H_

#include <string_view>

namespace saring {

// The letters, or failing them digits, of ASCII [a-z0-9] that `folded`, a
// folded code point, or a capital of it, may be mistaken for: at most four, the
// likelier first. Empty for ASCII itself and for whatever looks like none.
//
// Thread safety: the table is constant.
std::string_view LookAlikesOf(char32_t folded);

}  // namespace saring

#endif  // SARING_NORMALIZER_LOOKALIKES_H_
