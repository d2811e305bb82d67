// The words of a text in one line.

#ifndef SARING_PLUGIN_ENGINE_READING_H_
#define SARING_PLUGIN_ENGINE_READING_H_

#include <string>
#include <string_view>

#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"

namespace saring {

// The words as written, folded, with a space between two.
std::string WrittenWords(const Normalizer& normalizer, std::string_view text,
                         Scratch* scratch);

// The words as the policy reads them: where a disguise was seen through, the
// word behind it. Looks at the first kMaxText bytes.
std::string ReadWords(const Ruleset& ruleset, std::string_view text,
                      Scratch* scratch);

// The words as written, folded, with a space between two, less those that are
// words of the policy's terms and exceptions. Looks at the first kMaxText
// bytes.
std::string OtherWords(const Ruleset& ruleset, std::string_view text,
                       Scratch* scratch);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_READING_H_
