// A word doubled by a figure 2 or by a ditto mark: baju2, kaos2nya, awul".

#ifndef SARING_NORMALIZER_DOUBLING_READING_H_
#define SARING_NORMALIZER_DOUBLING_READING_H_

#include <string_view>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// No shorter word is doubled by a figure or a mark, in letters.
inline constexpr size_t kShortestDoubled = 3;

// If `letters`, those of `run`, are a term's word and a 2, with or without what
// hangs on it, or become one when figures are read as letters (b4ju2) or each
// letter once (bajuuu2), adds the word twice, as edges one node apart from node
// `from` on, and once over both, so that no phrase with it is cut. Returns how
// many nodes that takes, else 0.
uint32_t ReadDoubling(Run run, std::string_view letters, uint32_t from,
                      const Lexicon& lexicon, Lattice* lattice);

// The same for a term's word, all letters, and a ditto mark, the last character
// of `run`: 1 if it is none.
uint32_t ReadDitto(Run run, std::string_view letters, uint32_t from,
                   const Lexicon& lexicon, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_DOUBLING_READING_H_
