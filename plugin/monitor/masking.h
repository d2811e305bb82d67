// Takes out of a text what tells who wrote it.

#ifndef SARING_PLUGIN_MONITOR_MASKING_H_
#define SARING_PLUGIN_MONITOR_MASKING_H_

#include <string>
#include <string_view>

namespace saring {

// `text` with '#' for each figure of any script and style (0, full-width,
// Arabic, circled, Roman), so that no telephone number is left, and with
// "[email]" for each e-mail address. Bytes that are not UTF-8 stay as they are.
//
// An address is a word, an at sign of any width, and a domain of two words or
// more with dots between, the last of which begins with a letter. Spaces may
// stand about the at sign. `b@ju bekas` and `baju @10.000` hold none.
std::string Masked(std::string_view text);

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_MASKING_H_
