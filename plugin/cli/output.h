// Standard output, written so that a full disk or a closed pipe is noticed.

#ifndef SARING_PLUGIN_CLI_OUTPUT_H_
#define SARING_PLUGIN_CLI_OUTPUT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace saring::cli {

// Makes writing where nobody reads any more an error rather than the end of the
// process: a shard that goes away is something to report.
void IgnoreBrokenPipes();

// Appends to standard output. Throws Failure when that fails. When whoever
// reads a pipe has gone, ends the process quietly, as SIGPIPE does.
void Print(std::string_view text);

// `value` and a line end. Bytes that are not UTF-8 become U+FFFD.
void PrintJsonLine(const nlohmann::ordered_json& value);

// `indent` is as in nlohmann::ordered_json::dump().
std::string JsonText(const nlohmann::ordered_json& value, int indent = -1);

// What Print() took is out after this, or it throws Failure. Call it before
// reporting success.
void FlushOutput();

// A line to standard error, with "saring: " before it. Never fails.
void Tell(std::string_view message);

// Lines to standard error, as they are: those that begin with a place in a
// file, where editors look for it. Never fails.
void TellLines(std::string_view lines);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_OUTPUT_H_
