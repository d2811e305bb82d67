// The flags by which a hunspell dictionary ties words to affixes.

#ifndef SARING_PLUGIN_ENGINE_AFFIX_FLAGS_H_
#define SARING_PLUGIN_ENGINE_AFFIX_FLAGS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace saring {

using AffixFlag = uint32_t;
inline constexpr AffixFlag kNoFlag = 0;

// How a dictionary writes them: its FLAG option.
enum class FlagStyle : uint8_t {
  kByte,    // one byte each, when there is no such option
  kLong,    // two bytes each
  kNumber,  // numbers, commas between
  kUtf8,    // one character each
};

// Each flag of a dictionary entry or affix: ascending, none twice.
using FlagSet = std::vector<AffixFlag>;

// A set has at most so many: real ones have dozens.
inline constexpr size_t kMostFlags = 1000;

// Reads `text`, bytes as they are in the file. What is no flag is passed over,
// and so is what comes after kMostFlags.
FlagSet ParseFlags(std::string_view text, FlagStyle style);

// The first flag of `text`, or kNoFlag.
AffixFlag ParseFlag(std::string_view text, FlagStyle style);

bool Contains(const FlagSet& flags, AffixFlag flag);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_AFFIX_FLAGS_H_
