// Passes units in a row by what is remembered of them.

#ifndef SARING_NORMALIZER_UNIT_ROW_H_
#define SARING_NORMALIZER_UNIT_ROW_H_

#include <cstdint>
#include <span>

#include "normalizer/unit_reader.h"

namespace saring {

// Whether all that is found over several units of a text is remembered: then
// sets the joints and what is joined. Each unit is one written word, or signs
// without one. `followers`: those at which something goes on that the unit
// before leaves open, in order.
bool PassInRow(std::span<const uint32_t> followers, UnitBuffers* buffers);

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_ROW_H_
