// A verdict and how it came about, as JSON.

#ifndef SARING_PLUGIN_REPORT_EXPLANATION_H_
#define SARING_PLUGIN_REPORT_EXPLANATION_H_

#include <string>
#include <string_view>

#include "plugin/engine/check.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"

namespace saring {

// One JSON object on one line, in ASCII or UTF-8: the policy, the words of each
// field as read, every hit with the exception that excused it, the rules that
// fired with evidence, law and notices, those that would have fired but are in
// shadow, a reviewer's reason, and the verdict. Bytes of the texts
// that are not UTF-8 come out as U+FFFD.
//
// REQUIRES: *scratch holds the check of that very text or listing.
std::string ExplainQuery(const Ruleset& ruleset, std::string_view text,
                         const Scratch& scratch);
std::string ExplainListing(const Ruleset& ruleset, const Listing& listing,
                           const Scratch& scratch);

}  // namespace saring

#endif  // SARING_PLUGIN_REPORT_EXPLANATION_H_
