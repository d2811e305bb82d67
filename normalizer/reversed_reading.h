// A word that a right-to-left override shows the other way round.

#ifndef SARING_NORMALIZER_REVERSED_READING_H_
#define SARING_NORMALIZER_REVERSED_READING_H_

#include <vector>

#include "normalizer/letter_walk.h"

namespace saring {

// Adds the term's words that `run` is when it is read from its end, as it is or
// by `steps`, as edges from node `from` to the next. Returns whether there are
// any. `turned` is working memory.
bool ReadReversed(Run run, StepSet steps, uint32_t from, const Lexicon& lexicon,
                  std::vector<FoldedChar>* turned, WalkBuffers* walk,
                  Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_REVERSED_READING_H_
