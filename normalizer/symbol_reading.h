// Words in which signs stand for letters: b@ju, $econd, beka$, b*kas.

#ifndef SARING_NORMALIZER_SYMBOL_READING_H_
#define SARING_NORMALIZER_SYMBOL_READING_H_

#include "normalizer/word_reading.h"
#include "normalizer/written_words.h"

namespace saring {

// Adds the term's words that words of `text` and the signs in and around them
// make up, as edges over these words, at the end of the lattice.
void ReadSymbols(const WrittenText& text, const Lexicon& lexicon,
                 WordBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SYMBOL_READING_H_
