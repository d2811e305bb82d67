// A policy's own tests.

#ifndef SARING_PLUGIN_ENGINE_SELF_TEST_H_
#define SARING_PLUGIN_ENGINE_SELF_TEST_H_

#include "config/fault.h"
#include "config/policy.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Checks the hits and misses of every rule, as if it were in force: each hit
// must fire its rule and each miss must not; a plain text both as query and as
// title where the rule applies. Adds an error for each that fails, with the reason.
void RunSelfTests(const Policy& policy, const Ruleset& ruleset,
                  FaultList* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_SELF_TEST_H_
