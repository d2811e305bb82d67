// Reads one word, by the steps that look at nothing beside it.

#ifndef SARING_NORMALIZER_WORD_READING_H_
#define SARING_NORMALIZER_WORD_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "normalizer/boundary_reading.h"
#include "normalizer/joined_cut.h"
#include "normalizer/letter_walk.h"

namespace saring {

struct WordBuffers {
  std::string written;  // as the lattice has it
  std::string letters;  // in ASCII
  std::string other;
  std::vector<FoldedChar> turned;
  std::vector<FoldedChar> together;  // letters that stood apart
  WalkBuffers walk;
  BoundaryBuffers boundaries;
  JoinedBuffers joined;
  std::vector<uint32_t> places;  // of the letters that are cut, if not in a row
};

// The letters of `run`, or what each looks like most; false, and *letters as it
// may be, if some look like none of ASCII.
bool LettersOf(Run run, std::string* letters);

// Adds the readings of `run`, the last word of the lattice, as edges
// from node `from` on. Returns how many nodes they lead on: one, or the number
// of pieces of a word that is cut.
//
// In this order, and each step only if none before it found a term's word:
//   1. as written, which is final but for a declared abbreviation
//   2. look-alikes
//   3. an ordinary word is left alone
//   4. a term's word with what hangs on it; turned round
//      a word of the language is left alone
//   5. letters: digits, stretched, old spelling, two of these together
//   6. an ordinary word that is drawn out is left alone
//   7. doubled by a figure
//   8. cut where the letters change
//   9. letters swapped; words of terms joined; any slip; any words joined;
//      words of terms joined, with a clitic behind them or drawn out
//
// Where the lexicon is bold, the word is read by digits with any letters of
// step 5, down to three letters, or by any slip as well, unless it is a term's
// word or ordinary: in at most kMostKept and SlipIndex::kMostMeant more ways.
uint32_t ReadWord(Run run, uint32_t from, const Lexicon& lexicon,
                  WordBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_WORD_READING_H_
