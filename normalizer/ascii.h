// The short way for text that is ASCII entirely, as nearly all is.

#ifndef SARING_NORMALIZER_ASCII_H_
#define SARING_NORMALIZER_ASCII_H_

#include <string_view>
#include <vector>

#include "normalizer/fold.h"

namespace saring {

bool IsAscii(std::string_view text);

// Does what Fold() does, without ICU. Replaces *out. REQUIRES: IsAscii(text)
void FoldAscii(std::string_view text, std::vector<FoldedChar>* out);

// Replaces *out by the folded characters of any text, the shorter way.
void FoldText(const Forms& forms, std::string_view text, FoldBuffers* buffers,
              std::vector<FoldedChar>* out);

}  // namespace saring

#endif  // SARING_NORMALIZER_ASCII_H_
