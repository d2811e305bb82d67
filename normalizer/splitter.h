// Splits folded text into words and reads them.

#ifndef SARING_NORMALIZER_SPLITTER_H_
#define SARING_NORMALIZER_SPLITTER_H_

#include <cstdint>
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

// The same for a text that is a part of a longer one, as far as its words can
// be read whatever stands around it: not over several words, but for signs
// between them. An abbreviation is read even if it stands alone.
void SplitPart(std::span<const FoldedChar> text, const Lexicon& lexicon,
               ReadingBuffers* buffers, Lattice* lattice);

// Adds what words of such a part make up together, with nothing that stands
// around it, to its lattice. False if that depends on what stands around it.
bool JoinWithin(std::span<const FoldedChar> text, const Lexicon& lexicon,
                ReadingBuffers* buffers, Lattice* lattice);

// Where several words may be read together.
struct Joints {
  bool spaced = false;  // there may be letters set apart
  bool anywhere = false;
  std::span<const uint32_t> starts;  // else words that fragments begin with

  bool Any() const { return spaced || anywhere || !starts.empty(); }
};

// Adds what several words make up to the lattice of a text in which each part
// was read alone, and no character folds to several words.
void JoinParts(std::span<const FoldedChar> text, const Joints& joints,
               const Lexicon& lexicon, ReadingBuffers* buffers,
               Lattice* lattice);

// Drops what a text of one word is not read as: an abbreviation that stands
// alone may be anything. REQUIRES: the text has one word
void DropLoneAbbreviation(Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SPLITTER_H_
