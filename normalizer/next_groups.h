// What a word over several units may go on with, told by groups of characters.

#ifndef SARING_NORMALIZER_NEXT_GROUPS_H_
#define SARING_NORMALIZER_NEXT_GROUPS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "normalizer/digit_reading.h"
#include "normalizer/word_index.h"

namespace saring {

// A bit for each of so many groups.
using Groups = uint32_t;
inline constexpr int kGroupBits = 21;
inline constexpr Groups kAllGroups = (Groups{1} << kGroupBits) - 1;
inline constexpr Groups kDigitGroup = Groups{1} << (kGroupBits - 1);

namespace next_groups_internal {

// The others share one: few words begin with them.
inline constexpr std::string_view kFrequentLetters = "abcdeghijklmnoprstu";
static_assert(kFrequentLetters.size() == kGroupBits - 2);

constexpr std::array<Groups, 256> MakeGroups() {
  std::array<Groups, 256> groups{};
  groups.fill(kAllGroups);
  for (char c = 'a'; c <= 'z'; ++c) {
    groups[static_cast<size_t>(c)] = Groups{1}
                                     << std::min(kFrequentLetters.find(c),
                                                 kFrequentLetters.size());
  }
  for (char c = '0'; c <= '9'; ++c) {
    Groups& of_digit = groups[static_cast<size_t>(c)];
    of_digit = kDigitGroup;
    for (const char letter : LettersOfDigit(c)) {
      of_digit |= groups[static_cast<size_t>(letter)];
    }
  }
  return groups;
}

inline constexpr std::array<Groups, 256> kGroups = MakeGroups();

}  // namespace next_groups_internal

// That of a small letter; those of a digit and of the letters that it may stand
// for; all of any other byte, which may stand for any of these.
inline Groups GroupsOf(char c) {
  return next_groups_internal::kGroups[static_cast<uint8_t>(c)];
}

// Of the letters and digits that some word may have behind those of `open`.
Groups NextGroups(const WordIndex& index, WordIndex::Hash open);
// Behind those of any of `ends`.
Groups NextGroups(const WordIndex& index, std::span<const OpenLetters> ends);

}  // namespace saring

#endif  // SARING_NORMALIZER_NEXT_GROUPS_H_
