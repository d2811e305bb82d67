// Handles of the C interface that give themselves back.

#ifndef SARING_TESTS_LIVE_HANDLES_H_
#define SARING_TESTS_LIVE_HANDLES_H_

#include <saring/live.h>
#include <saring/saring.h>

#include <memory>

namespace saring {

struct LiveFree {
  void operator()(saring_live* live) const { saring_live_free(live); }
};
using LiveHandle = std::unique_ptr<saring_live, LiveFree>;

struct ScratchFree {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using ScratchHandle = std::unique_ptr<saring_scratch, ScratchFree>;

}  // namespace saring

#endif  // SARING_TESTS_LIVE_HANDLES_H_
