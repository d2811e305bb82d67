// From a policy's file to its ruleset.

#ifndef SARING_PLUGIN_ENGINE_LOAD_H_
#define SARING_PLUGIN_ENGINE_LOAD_H_

#include <memory>
#include <string>

#include "plugin/engine/ruleset.h"

namespace saring {

// Loads the policy at `path` for today: compiles it, or restores it where the
// file is an image. On failure nullptr, and *faults has every fault, a line
// each: "file:line:column: message".
std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path,
                                           std::string* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LOAD_H_
