// A decision as a statement of reasons of the EU's Digital Services Act.

#ifndef SARING_PLUGIN_MONITOR_STATEMENT_H_
#define SARING_PLUGIN_MONITOR_STATEMENT_H_

#include <string>
#include <string_view>

#include "plugin/monitor/record.h"

namespace saring {

// Whether one is due that a library can give: a rule has a listing seen less.
// What a reviewer or a budget rests on is the platform's to say.
bool HasStatement(const Decision& decision);

// Adds to the end of *json an object of the attributes that the Commission's
// DSA Transparency Database takes, with their names there, each within its
// length; README.md of this folder has the table. `puid` is the statement's own
// name. What a library cannot know is left to the platform.
// REQUIRES: HasStatement(decision)
void AppendStatement(const Decision& decision, std::string_view puid,
                     std::string* json);

// Those of them that are the same whatever `rule` decides, as members of an
// object, without its braces. Most of a statement: they are made once.
std::string GroundsOf(const std::string& policy, const CompiledRule& rule);

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_STATEMENT_H_
