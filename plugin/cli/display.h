// Text on a terminal: what it shows, and how wide.

#ifndef SARING_PLUGIN_CLI_DISPLAY_H_
#define SARING_PLUGIN_CLI_DISPLAY_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace saring::cli {

// `text` without what could steer a terminal or reorder a line: control
// characters, directional marks and bytes that are not UTF-8 become U+FFFD. A
// tab or line break becomes a space.
std::string Printable(std::string_view text);

// `printable` in exactly `columns` columns: cut with an ellipsis, or padded.
std::string FitColumns(std::string_view printable, size_t columns);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_DISPLAY_H_
