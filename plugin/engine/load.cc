#include "plugin/engine/load.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "config/date.h"
#include "config/policy_loader.h"
#include "plugin/engine/compile.h"

namespace saring {
namespace {

// Compiling takes twice what the result takes, in pieces that malloc would
// keep.
void GiveBackMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace

std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path,
                                           std::string* faults) {
  FaultList found;
  std::shared_ptr<const Ruleset> ruleset;
  {
    const auto policy = LoadPolicy(path, &found);
    if (policy) ruleset = Compile(*policy, Today(), &found);
  }
  GiveBackMemory();
  if (ruleset == nullptr) *faults = found.ToString();
  return ruleset;
}

}  // namespace saring
