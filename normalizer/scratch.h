// Working memory of the normalizer.

#ifndef SARING_NORMALIZER_SCRATCH_H_
#define SARING_NORMALIZER_SCRATCH_H_

#include <vector>

#include "normalizer/fold.h"
#include "normalizer/splitter.h"
#include "normalizer/unit_reader.h"

namespace saring {

// Reused between calls, so that a text of ordinary length allocates nothing.
// One call at a time.
struct NormalizerScratch {
  std::vector<FoldedChar> chars;  // of the last text
  FoldBuffers fold;
  ReadingBuffers reading;
  UnitBuffers units;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_SCRATCH_H_
