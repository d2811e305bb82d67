// Reads the rules of a policy, and the notices that they share.

#ifndef SARING_CONFIG_RULE_READER_H_
#define SARING_CONFIG_RULE_READER_H_

#include "config/policy.h"
#include "config/tree_reader.h"

namespace saring {

// Appends to policy->notices what `notices` holds.
void ReadNotices(const Entry& notices, const TreeReader& reader,
                 Policy* policy);

// Appends to policy->rules what `rules` holds. A notice that is named must have
// been read.
void ReadRules(const Entry& rules, const TreeReader& reader, Policy* policy);

}  // namespace saring

#endif  // SARING_CONFIG_RULE_READER_H_
