// Reads the rules of a policy.

#ifndef SARING_CONFIG_RULE_READER_H_
#define SARING_CONFIG_RULE_READER_H_

#include "config/policy.h"
#include "config/tree_reader.h"

namespace saring {

// Appends to policy->rules what `rules` holds.
void ReadRules(const Entry& rules, const TreeReader& reader, Policy* policy);

}  // namespace saring

#endif  // SARING_CONFIG_RULE_READER_H_
