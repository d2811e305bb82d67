// A decision as a line of the log.

#ifndef SARING_PLUGIN_MONITOR_DECISION_LINE_H_
#define SARING_PLUGIN_MONITOR_DECISION_LINE_H_

#include <string>
#include <string_view>

#include "plugin/monitor/record.h"

namespace saring {

// Adds to the end of *lines a JSON object and a line end: UTF-8, whatever the
// texts hold. Texts of queries and listings are Masked(); what the policy says
// is as it says it. `puid` is the line's own name, of no other line.
void AppendDecisionLine(const Decision& decision, std::string_view puid,
                        std::string* lines);

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_DECISION_LINE_H_
