// Words in which signs stand for letters: b@ju, $econd, beka$, b*kas, k@osnya,
// b@jubek@s.

#ifndef SARING_NORMALIZER_SYMBOL_READING_H_
#define SARING_NORMALIZER_SYMBOL_READING_H_

#include "normalizer/word_reading.h"
#include "normalizer/written_words.h"

namespace saring {

// Adds the term's words that words of `text` and the signs in and around them
// make up, as edges over these words, at the end of the lattice. Where they
// make up none, words and bold signs that stand together are read as the
// letters that they spell: with a clitic or a figure 2 behind a term's word, or
// cut at words of terms alone. Edges of such pieces may overlap.
void ReadSymbols(const WrittenText& text, const Lexicon& lexicon,
                 WordBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SYMBOL_READING_H_
