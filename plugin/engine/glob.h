// Patterns for a listing's category path and condition.

#ifndef SARING_PLUGIN_ENGINE_GLOB_H_
#define SARING_PLUGIN_ENGINE_GLOB_H_

#include <string>
#include <string_view>

namespace saring {

// Whether all of `text` is what `pattern` describes: `*` stands for any bytes,
// none included; every other byte for itself. Time: at most the product of the
// sizes.
bool MatchesGlob(std::string_view pattern, std::string_view text);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_GLOB_H_
