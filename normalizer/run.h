// Stretches of folded characters, and how they become words of a lattice.

#ifndef SARING_NORMALIZER_RUN_H_
#define SARING_NORMALIZER_RUN_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "normalizer/fold.h"
#include "normalizer/lattice.h"

namespace saring {

// Consecutive folded characters. Never empty.
using Run = std::span<const FoldedChar>;

// Appends an edge from node `from` to node `to` with the bytes of `run`.
void AddWord(Run run, Step step, uint32_t from, uint32_t to,
             std::string_view letters, Lattice* lattice);

// The same with the letters of `run` as they are.
void AddWord(Run run, Step step, uint32_t from, uint32_t to, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_RUN_H_
