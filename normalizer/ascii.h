// The short way for text that is ASCII entirely, as nearly all is.

#ifndef SARING_NORMALIZER_ASCII_H_
#define SARING_NORMALIZER_ASCII_H_

#include <string_view>
#include <vector>

#include "normalizer/splitter.h"

namespace saring {

bool IsAscii(std::string_view text);

// Does what Fold() and Split() do, without them: only a word in which a capital
// follows a small letter is folded to *chars.
// REQUIRES: IsAscii(text), *lattice is clear
void SplitAscii(std::string_view text, const Lexicon* lexicon,
                std::vector<FoldedChar>* chars, ReadingBuffers* buffers,
                Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_ASCII_H_
