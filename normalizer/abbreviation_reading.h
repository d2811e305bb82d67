// Short forms that a policy declares: bks, jkt.

#ifndef SARING_NORMALIZER_ABBREVIATION_READING_H_
#define SARING_NORMALIZER_ABBREVIATION_READING_H_

#include <string_view>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// Adds what `letters`, those of `run`, stand for, as edges one node apart from
// node `from` on, and returns how many; 0 if they are no abbreviation, or an
// ordinary word as well.
uint32_t ReadAbbreviation(Run run, std::string_view letters, uint32_t from,
                          const Lexicon& lexicon, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_ABBREVIATION_READING_H_
