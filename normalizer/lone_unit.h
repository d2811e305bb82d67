// Reads one unit, and tells what the text around it may change.

#ifndef SARING_NORMALIZER_LONE_UNIT_H_
#define SARING_NORMALIZER_LONE_UNIT_H_

#include <string_view>

#include "normalizer/unit_reader.h"

namespace saring {

// Reads `unit` alone: leaves its lattice, its open ends and its edges in
// *buffers.
// `closed` says that a parenthesis which it opens is closed behind it.
UnitReading ReadLoneUnit(const Forms& forms, std::string_view unit, bool closed,
                         const Lexicon& lexicon, UnitBuffers* buffers);

}  // namespace saring

#endif  // SARING_NORMALIZER_LONE_UNIT_H_
