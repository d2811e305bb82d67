// Splits folded text into words and reads them.

#ifndef SARING_NORMALIZER_SPLITTER_H_
#define SARING_NORMALIZER_SPLITTER_H_

#include <span>
#include <vector>

#include "normalizer/lattice.h"
#include "normalizer/lexicon.h"
#include "normalizer/word_reading.h"
#include "normalizer/written_words.h"

namespace saring {

struct ReadingBuffers {
  WordBuffers word;
  std::vector<WrittenWord> words;
};

// Adds every word of `text` to the lattice, which is clear, and its readings:
// first those of each word alone, then those over several. Without a lexicon
// there are no readings.
void Split(std::span<const FoldedChar> text, const Lexicon* lexicon,
           ReadingBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SPLITTER_H_
