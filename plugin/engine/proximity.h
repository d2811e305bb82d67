// Whether evidence lies close together, and whether it is all that there is.

#ifndef SARING_PLUGIN_ENGINE_PROXIMITY_H_
#define SARING_PLUGIN_ENGINE_PROXIMITY_H_

#include <cstdint>
#include <vector>

#include "plugin/engine/evidence.h"

namespace saring {

// Working memory.
struct ProximityBuffers {
  std::vector<Hit> pieces;
  std::vector<uint8_t> seen;  // by place in the lists asked for
};

// Whether in one field a row of pieces, each at most `words` words from the
// next, holds a piece of every list. Pieces that touch are 1 apart, with one
// word between them 2. Evidence of a category or condition is never near.
bool LieWithin(const std::vector<ListId>& lists, uint32_t words,
               const Evidence& evidence, ProximityBuffers* buffers);

// Whether every word of the title lies in a piece of one of the lists. False
// for a title without words.
bool CoverTitle(const std::vector<ListId>& lists, const Evidence& evidence,
                ProximityBuffers* buffers);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_PROXIMITY_H_
