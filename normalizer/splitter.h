// Splits folded text into words and reads each.

#ifndef SARING_NORMALIZER_SPLITTER_H_
#define SARING_NORMALIZER_SPLITTER_H_

#include <span>

#include "normalizer/boundary_reading.h"
#include "normalizer/lattice.h"
#include "normalizer/lexicon.h"
#include "normalizer/look_alike_reading.h"

namespace saring {

struct ReadingBuffers {
  LookAlikeBuffers look_alikes;
  BoundaryBuffers boundaries;
};

// Adds `run`, one word as written, and its readings, at the end of the lattice.
// What is a term's word already, or with look-alikes, is not cut. Without a
// lexicon there are no readings.
void AddRun(Run run, const Lexicon* lexicon, ReadingBuffers* buffers,
            Lattice* lattice);

// Adds every word of `text`. A stretch of letters and currency signs is also
// read as a whole.
void Split(std::span<const FoldedChar> text, const Lexicon* lexicon,
           ReadingBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SPLITTER_H_
