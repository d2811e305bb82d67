// Letters set apart: b e k a s, b.e.k.a.s, k a o s b e k a s.

#ifndef SARING_NORMALIZER_SPACED_READING_H_
#define SARING_NORMALIZER_SPACED_READING_H_

#include <cstdint>

#include "normalizer/word_reading.h"
#include "normalizer/written_words.h"

namespace saring {

// Lone letters in a row.
constexpr uint32_t kFewestSpaced = 3;
// What they make up has so many letters or more.
constexpr uint32_t kShortestSpaced = 4;

// Adds the term's words that runs of kFewestSpaced lone letters make up, as
// edges over these, at the end of the lattice. A run is read as a whole, so
// that b e k a s i stays Bekasi: as one word, drawn out or with a clitic or
// signs among its letters as may be, or as joined ones. Failing that, each part
// is a run where what stands between the letters stays the same, or between the
// capitals that stand among small letters.
void ReadSpaced(const WrittenText& text, const Lexicon& lexicon,
                WordBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SPACED_READING_H_
