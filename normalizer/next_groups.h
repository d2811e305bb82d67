// What a word over several units may go on with, told by groups of characters.

#ifndef SARING_NORMALIZER_NEXT_GROUPS_H_
#define SARING_NORMALIZER_NEXT_GROUPS_H_

#include <algorithm>
#include <array>
#include <cstdint>

#include "normalizer/word_index.h"

namespace saring {

// A bit for each of so many groups.
using Groups = uint32_t;
inline constexpr int kGroupBits = 22;
inline constexpr Groups kAllGroups = (Groups{1} << kGroupBits) - 1;

namespace next_groups_internal {

constexpr std::array<Groups, 256> MakeGroups() {
  constexpr int kDigits = kGroupBits - 1, kRareLetters = kDigits - 1;
  std::array<Groups, 256> groups{};
  groups.fill(kAllGroups);
  for (int c = 'a'; c <= 'z'; ++c) {
    groups[static_cast<size_t>(c)] = 1u << std::min(c - 'a', kRareLetters);
  }
  for (size_t c = '0'; c <= '9'; ++c) groups[c] = 1u << kDigits;
  return groups;
}

inline constexpr std::array<Groups, 256> kGroups = MakeGroups();

}  // namespace next_groups_internal

// That of a small letter or a digit; all of any other byte, which may stand for
// any of these.
inline Groups GroupsOf(char c) {
  return next_groups_internal::kGroups[static_cast<uint8_t>(c)];
}

// Of what may stand first in the next unit, if some word begins with the
// letters of `open`, in whichever way they are read.
Groups NextGroups(const WordIndex& index, WordIndex::Hash open);

}  // namespace saring

#endif  // SARING_NORMALIZER_NEXT_GROUPS_H_
