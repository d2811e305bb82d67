// Cuts a word where the letters change their looks: kaosTHRIFT, BajuSecond.

#ifndef SARING_NORMALIZER_BOUNDARY_READING_H_
#define SARING_NORMALIZER_BOUNDARY_READING_H_

#include <cstdint>
#include <vector>

#include "normalizer/letter_walk.h"

namespace saring {

struct BoundaryBuffers {
  std::vector<uint32_t> cuts;  // where each piece but the first begins
  std::vector<uint32_t> next;
};

// Whether a word that is written together with another may end between these:
// where small letters turn to capitals or capitals to small ones, plain to
// styled, or figures to letters.
inline bool MayPart(const FoldedChar& left, const FoldedChar& right) {
  return left.styled != right.styled ||
         (left.Is(Case::kSmall) && right.Is(Case::kCapital)) ||
         (left.Is(Case::kCapital) && right.Is(Case::kSmall)) ||
         (left.Is(Kind::kDigit) && right.Is(Kind::kLetter));
}

// Whether ReadPieces() may find a place to cut `run` at.
bool MayBeCut(Run run);

// Cuts `run` where a small letter is followed by a capital one, where plain and
// styled letters meet, or where an invisible character stands; if no piece of
// that is a term's word, at one of these kinds of places only. A cut that
// leaves a letter alone is none: it is one word with a letter dressed up
// (Bekas-i, i-Phone).
//
// If a piece is a term's word as it is, or by its letters, all pieces become
// edges, one node apart, from node `from` on. Returns how many, else 0.
uint32_t ReadPieces(Run run, uint32_t from, const Lexicon& lexicon,
                    BoundaryBuffers* buffers, WalkBuffers* walk,
                    Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_BOUNDARY_READING_H_
