// Reads the lists of terms of a policy.

#ifndef SARING_CONFIG_LIST_READER_H_
#define SARING_CONFIG_LIST_READER_H_

#include "config/fault.h"
#include "config/policy.h"
#include "config/term_file.h"
#include "config/tree_reader.h"

namespace saring {

// Appends to policy->lists what `lists` holds, with the terms of their files.
void ReadLists(const Entry& lists, const TreeReader& reader, TermFiles* files,
               Policy* policy, FaultList* faults);

}  // namespace saring

#endif  // SARING_CONFIG_LIST_READER_H_
