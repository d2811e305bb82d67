// Follows a word of letters and figures in the words of terms.

#ifndef SARING_NORMALIZER_FIGURE_WALK_H_
#define SARING_NORMALIZER_FIGURE_WALK_H_

#include <string_view>
#include <vector>

#include "normalizer/word_index.h"

namespace saring {

// Tries figures as themselves and as letters, from the beginning of `word` and
// from each letter behind a figure on. False if a term's word may be found in
// some way, or if there are too many; else adds to *ends what is still open at
// the word's end. REQUIRES: small letters and digits of ASCII only
bool WalkFigures(std::string_view word, const WordIndex& index,
                 std::vector<OpenLetters>* ends);

}  // namespace saring

#endif  // SARING_NORMALIZER_FIGURE_WALK_H_
