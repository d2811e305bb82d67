// What re-tagging changed, for people and for programs.

#ifndef SARING_PLUGIN_CLI_RETAG_VIEW_H_
#define SARING_PLUGIN_CLI_RETAG_VIEW_H_

#include <saring/xapian_retag.h>

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace saring::cli {

// Adds the figures of one more shard.
void AddReport(const saring::xapian::RetagReport& shard,
               saring::xapian::RetagReport* all);

// {documents, written, new_tagged, hidden, demoted, released, rules, current,
// resumed}; `rules` are {id, hidden, demoted, released}.
nlohmann::ordered_json RetagJson(const saring::xapian::RetagReport& report);

// A line for the whole, a line a rule.
std::string RetagText(const saring::xapian::RetagReport& report);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_RETAG_VIEW_H_
