// Reads the .aff file of a hunspell dictionary.

#ifndef SARING_PLUGIN_ENGINE_AFFIX_FILE_H_
#define SARING_PLUGIN_ENGINE_AFFIX_FILE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "config/fault.h"
#include "plugin/engine/affix_rules.h"

namespace saring {

// The rules that `bytes`, the contents of the file at `path`, declare. What
// makes no sense is left out and becomes a warning, of which the first few are
// told. nullopt, after a warning, when the file's encoding is not known.
std::optional<AffixRules> ReadAffixFile(std::string_view bytes,
                                        const std::string& path,
                                        FaultList* faults);

// `text` of a file in `encoding` as UTF-8.
std::string DictionaryText(std::string_view text, DictionaryEncoding encoding);

// The flags that `text` stands for: itself, or the alias that it names.
FlagSet ResolveFlags(std::string_view text, const AffixRules& rules);

// Takes the first line off *bytes, without its end.
std::string_view TakeLine(std::string_view* bytes);

// What is more than this is left out: no language has so many affixes, flags
// of affixes, or bytes in a word.
inline constexpr size_t kMostAffixes = 100'000;
inline constexpr size_t kMostAffixFlags = 1'000'000;
inline constexpr size_t kLongestDictionaryWord = 200;

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_AFFIX_FILE_H_
