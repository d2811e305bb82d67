// Compiles a policy.

#ifndef SARING_PLUGIN_ENGINE_COMPILE_H_
#define SARING_PLUGIN_ENGINE_COMPILE_H_

#include <memory>
#include <string>

#include "config/date.h"
#include "config/fault.h"
#include "config/policy.h"
#include "plugin/engine/dictionary.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Compiles `policy` for the day `today` and runs its own hits and misses. Its
// dictionaries are looked for in the folder `dictionaries`.
//
// Adds to *faults what only folding, compiling or running can show, and goes on
// after each; with an error in *faults, whether found here or before, nullptr.
// Names that do not resolve are passed over in silence: the loader tells them.
// Throws std::bad_alloc, and std::runtime_error without ICU's data.
std::shared_ptr<const Ruleset> Compile(
    const Policy& policy, Date today, FaultList* faults,
    const std::string& dictionaries = kDictionaryFolder);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_COMPILE_H_
