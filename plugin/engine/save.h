// From a ruleset to its image in a file.

#ifndef SARING_PLUGIN_ENGINE_SAVE_H_
#define SARING_PLUGIN_ENGINE_SAVE_H_

#include <string>

#include "plugin/engine/ruleset.h"

namespace saring {

// Writes the image of a ruleset into the file at `path`, in one step and whole
// or not at all: see ReplaceFile(). What is there already must be an image or
// an empty file: nobody loses the policy that he wrote. False when that fails;
// *faults then has the reason, as "file:0:0: message" and a line end.
bool SaveRuleset(const Ruleset& ruleset, const std::string& path,
                 std::string* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_SAVE_H_
