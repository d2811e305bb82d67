// Reads how much a call may take.

#ifndef SARING_CONFIG_BUDGET_READER_H_
#define SARING_CONFIG_BUDGET_READER_H_

#include "config/policy.h"
#include "config/tree_reader.h"

namespace saring {

// Changes of *budget what `entry` names, which may be absent.
void ReadBudget(const Entry& entry, const TreeReader& reader, Budget* budget);

}  // namespace saring

#endif  // SARING_CONFIG_BUDGET_READER_H_
