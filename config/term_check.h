// What is wrong with a term, as far as its bytes alone tell.

#ifndef SARING_CONFIG_TERM_CHECK_H_
#define SARING_CONFIG_TERM_CHECK_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/fault.h"
#include "config/policy.h"

namespace saring {

// The next {name} in `term` from *at on, without its braces; *at moves behind
// it. nullopt at the end, and at a brace that has no partner, where *at stays.
std::optional<std::string_view> NextReference(std::string_view term,
                                              size_t* at);

// Adds a fault for each term that is too long, that holds an invisible
// character, and, where `references` says that {name} means a
// list, for braces without a partner.
void CheckTerms(const Policy& policy, const WrittenTerms& terms,
                bool references, FaultList* faults);
void CheckTerms(const Policy& policy, const std::vector<Written>& terms,
                bool references, FaultList* faults);

}  // namespace saring

#endif  // SARING_CONFIG_TERM_CHECK_H_
