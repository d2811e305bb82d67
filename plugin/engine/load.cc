#include "plugin/engine/load.h"

#include "config/date.h"
#include "config/policy_loader.h"
#include "plugin/engine/compile.h"

namespace saring {

std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path,
                                           std::string* faults) {
  FaultList found;
  std::shared_ptr<const Ruleset> ruleset;
  if (const auto policy = LoadPolicy(path, &found)) {
    ruleset = Compile(*policy, Today(), &found);
  }
  if (ruleset == nullptr) *faults = found.ToString();
  return ruleset;
}

}  // namespace saring
