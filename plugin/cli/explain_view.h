// An explanation for people to read.

#ifndef SARING_PLUGIN_CLI_EXPLAIN_VIEW_H_
#define SARING_PLUGIN_CLI_EXPLAIN_VIEW_H_

#include <string>
#include <string_view>

namespace saring::cli {

// `json` is what saring_explain_query() and saring_explain_listing() give. What
// it lacks is left out.
std::string ExplanationText(std::string_view json);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_EXPLAIN_VIEW_H_
