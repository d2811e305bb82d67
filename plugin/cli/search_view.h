// Results for people and for programs.

#ifndef SARING_PLUGIN_CLI_SEARCH_VIEW_H_
#define SARING_PLUGIN_CLI_SEARCH_VIEW_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "plugin/cli/searcher.h"

namespace saring::cli {

// {query, text, action, answer, notice, stale, total, rules, results}.
nlohmann::ordered_json PageJson(const std::string& query, const Page& page);

// A heading, a line a listing.
std::string PageText(const std::string& query, const Page& page);

// The query, and if rules fired on it their names, what was searched instead
// and the notice. Ends with a line end.
std::string HeadingText(const std::string& query, const Page& with);

// The first page `without` the plugin and `with` it in two columns, and below
// why each listing that the plugin hides or demotes is so, by `policy`.
std::string ComparisonText(const saring_policy* policy,
                           const std::string& query, const Page& without,
                           const Page& with);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_SEARCH_VIEW_H_
