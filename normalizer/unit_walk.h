// Walks over the units of a text with all that they leave open.

#ifndef SARING_NORMALIZER_UNIT_WALK_H_
#define SARING_NORMALIZER_UNIT_WALK_H_

#include "normalizer/lexicon.h"
#include "normalizer/unit_reader.h"

namespace saring {

// What a text is whose units were found and read; `flat` is its shape if no
// word goes over several of them. Sets the count of its words, the joints and
// what is joined, and remembers what was found over units in a row.
TextShape WalkUnits(const Lexicon& lexicon, TextShape flat,
                    UnitBuffers* buffers);

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_WALK_H_
