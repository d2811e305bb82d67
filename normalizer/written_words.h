// The words of a text as written, for the steps that look at several.

#ifndef SARING_NORMALIZER_WRITTEN_WORDS_H_
#define SARING_NORMALIZER_WRITTEN_WORDS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "normalizer/fold.h"
#include "normalizer/lattice.h"
#include "normalizer/run.h"

namespace saring {

struct WrittenWord {
  uint32_t begin, end;  // folded characters of the text
  uint32_t from, to;    // nodes
  bool lone;            // one character
};

// A text and its words, in order.
struct WrittenText {
  std::span<const FoldedChar> chars;
  std::span<const WrittenWord> words;

  Run run(uint32_t begin, uint32_t end) const {
    return chars.subspan(begin, end - begin);
  }
};

}  // namespace saring

#endif  // SARING_NORMALIZER_WRITTEN_WORDS_H_
