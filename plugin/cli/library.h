// The C library, as the commands use it.

#ifndef SARING_PLUGIN_CLI_LIBRARY_H_
#define SARING_PLUGIN_CLI_LIBRARY_H_

#include <saring/saring.h>

#include <memory>
#include <string>

#include "plugin/cli/failure.h"

namespace saring::cli {

struct FreePolicy {
  void operator()(saring_policy* policy) const { saring_policy_free(policy); }
};
using PolicyHandle = std::unique_ptr<saring_policy, FreePolicy>;

struct FreeScratch {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using ScratchHandle = std::unique_ptr<saring_scratch, FreeScratch>;

// Throws Failure for anything but SARING_OK.
inline void Require(saring_status status) {
  if (status == SARING_OK) return;
  throw Failure(std::string("the library failed: ") +
                saring_status_text(status));
}

// Throws Failure without memory.
inline ScratchHandle MakeScratch() {
  ScratchHandle scratch(saring_scratch_create());
  if (scratch == nullptr) Require(SARING_NO_MEMORY);
  return scratch;
}

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_LIBRARY_H_
