// What is wrong with a policy as a whole, though every part of it can be read.

#ifndef SARING_PLUGIN_ENGINE_LINT_H_
#define SARING_PLUGIN_ENGINE_LINT_H_

#include "config/date.h"
#include "config/fault.h"
#include "config/policy.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Adds an error for each rule that can never fire, and a warning for each
//   - rule that has expired, and law that ended while a rule still cites it;
//   - `softened_by` of a rule that does not hide, which it cannot soften;
//   - `sample` of a rule that is in shadow or off, of which none is enforced;
//   - `unless` that a seller could type to switch a rule off, with no other
//     rule firing on the same evidence.
//
// REQUIRES: ruleset has the policy's lists and rules, in its order.
void Lint(const Policy& policy, const Ruleset& ruleset, Date today,
          FaultList* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LINT_H_
