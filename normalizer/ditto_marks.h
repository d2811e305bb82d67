// Ditto marks, as far as the reading of units has to do with them.

#ifndef SARING_NORMALIZER_DITTO_MARKS_H_
#define SARING_NORMALIZER_DITTO_MARKS_H_

#include <string_view>

#include "normalizer/unit_reader.h"

namespace saring {

// Whether each ditto mark of a text, whose units were found and read, changes
// nothing: it is in no place where it means that the word before it comes
// twice.
bool DittosAreSilent(std::string_view text, const UnitBuffers& buffers);

}  // namespace saring

#endif  // SARING_NORMALIZER_DITTO_MARKS_H_
