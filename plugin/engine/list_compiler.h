// Compiles a policy's lists: terms and exceptions into patterns.

#ifndef SARING_PLUGIN_ENGINE_LIST_COMPILER_H_
#define SARING_PLUGIN_ENGINE_LIST_COMPILER_H_

#include "config/fault.h"
#include "config/policy.h"
#include "plugin/engine/list_names.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Fills the lists, terms, exceptions and vocabulary of *ruleset. Terms go
// through the same normalizer as text. Tells terms that fold to nothing, are
// too long or mix scripts, and those that fold to the same as another of their
// list.
void CompileLists(const Policy& policy, const ListNames& names,
                  Ruleset* ruleset, FaultList* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LIST_COMPILER_H_
