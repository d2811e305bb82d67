// Cuts a word where the letters change their looks: kaosTHRIFT, BajuSecond.

#ifndef SARING_NORMALIZER_BOUNDARY_READING_H_
#define SARING_NORMALIZER_BOUNDARY_READING_H_

#include <cstdint>
#include <vector>

#include "normalizer/look_alike_reading.h"

namespace saring {

struct BoundaryBuffers {
  std::vector<uint32_t> cuts;  // where each piece but the first begins
  std::vector<uint32_t> next;
};

// Cuts `run` where a small letter is followed by a capital one, and where plain
// and styled letters meet; if no piece of that is a term's word, at the first
// or the second of these only. A cut that leaves a letter alone is none: it is
// one word with a letter dressed up (Bekas-i, i-Phone).
//
// If a piece is a term's word as it is, or by look-alikes, all pieces become
// edges, one node apart, from node `from` on. Returns how many, else 0.
uint32_t ReadPieces(Run run, uint32_t from, const Lexicon& lexicon,
                    BoundaryBuffers* buffers, LookAlikeBuffers* look_alikes,
                    Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_BOUNDARY_READING_H_
