// From a policy's file to its ruleset.

#ifndef SARING_PLUGIN_ENGINE_LOAD_H_
#define SARING_PLUGIN_ENGINE_LOAD_H_

#include <memory>
#include <string>
#include <vector>

#include "config/date.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// What a load came upon, whether it went well or not.
struct LoadReport {
  std::vector<std::string> files;  // that were read, as they were named
  std::string revision;            // "" where none could be read
  std::string faults;  // every fault, a line each: "file:line:column: message"
};

// Loads the policy at `path` for `today`: compiles it, or restores it where the
// file is an image. nullptr when there are faults.
std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path, Date today,
                                           LoadReport* report);

// The same for this day, and of the report the faults alone.
std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path,
                                           std::string* faults);

// The same policy on another day, without reading a file.
std::shared_ptr<const Ruleset> OnDay(const Ruleset& ruleset, Date today);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LOAD_H_
