// The file of a policy in which reviewers decide on single listings.

#ifndef SARING_CONFIG_OVERRIDE_FILE_H_
#define SARING_CONFIG_OVERRIDE_FILE_H_

#include <optional>

#include "config/fault.h"
#include "config/policy.h"
#include "config/policy_files.h"

namespace saring {

// Appends to policy->overrides what the file of that name holds: columns
// between tabs, named by the first line, in any order:
//   id      the listing's
//   action  show, review, demote or hide
//   reason  a text
//   until   the last day, such as 2026-12-31; empty: for ever. May be left out
//   rule    whose decision is replaced; empty: that of all. May be left out
//
// A file that cannot be read or whose first line is wrong is a fault. A row
// that cannot be understood is told by a warning and passed over; of several
// rows on one listing and rule the last counts, which is told as well. Spaces
// around a value, blank lines, a byte order mark and carriage returns at the
// ends of lines are dropped. Rules must have been read.
void ReadOverrides(const std::optional<Written>& name, PolicyFiles* files,
                   Policy* policy, FaultList* faults);

}  // namespace saring

#endif  // SARING_CONFIG_OVERRIDE_FILE_H_
