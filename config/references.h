// Whether the names in a policy name anything.

#ifndef SARING_CONFIG_REFERENCES_H_
#define SARING_CONFIG_REFERENCES_H_

#include "config/fault.h"
#include "config/policy.h"

namespace saring {

// Adds an error for every name of a list or law that there is none of, for
// every circle of {name}s among terms; a warning for every list that no rule
// uses.
//
// Exceptions may name any list: they mean its terms as written, before
// exceptions, and so close no circle.
void CheckReferences(const Policy& policy, FaultList* faults);

}  // namespace saring

#endif  // SARING_CONFIG_REFERENCES_H_
