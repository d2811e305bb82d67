// A word but for one slip of the finger: bkeas, secomd.

#ifndef SARING_NORMALIZER_SLIP_READING_H_
#define SARING_NORMALIZER_SLIP_READING_H_

#include <string_view>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// Swapped letters are all there: that is hardly ever an accident.
enum class Slips : uint8_t { kSwaps, kAll };

// Adds the term's word that `letters`, those of `run`, were meant for, as an
// edge from node `from` to node `to`. `meant` is what the lexicon's slips find
// for it, and may come out in another order. Where several are possible, the
// one with the same letters is; failing that they must be evidence of the same
// lists, or a word and the same with an ending, which are all added; else
// nobody can tell. Returns whether there was one.
bool ReadSlip(Run run, std::string_view letters, Slips which, uint32_t from,
              uint32_t to, const Lexicon& lexicon, SlipIndex::Meant* meant,
              Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_SLIP_READING_H_
