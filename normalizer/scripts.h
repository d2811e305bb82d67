// Which writing systems a word uses.

#ifndef SARING_NORMALIZER_SCRIPTS_H_
#define SARING_NORMALIZER_SCRIPTS_H_

#include <string_view>

namespace saring {

// Whether some word of `text` has letters of two writing systems, as Latin
// letters with a Cyrillic one among them. Kana and ideographs go together, and
// marks and digits with everything (Unicode's Common and Inherited).
bool MixesScripts(std::string_view text);

}  // namespace saring

#endif  // SARING_NORMALIZER_SCRIPTS_H_
