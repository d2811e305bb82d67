#include "normalizer/next_groups.h"

#include <string_view>

#include "normalizer/digit_reading.h"

namespace saring {

Groups NextGroups(const WordIndex& index, WordIndex::Hash open) {
  uint32_t letters = 0;
  Groups groups = 0;
  for (char c = 'a'; c <= 'z'; ++c) {
    if (!index.MayBegin(WordIndex::Extend(open, c))) continue;
    letters |= 1u << (c - 'a');
    groups |= GroupsOf(c);
  }
  for (char c = '0'; c <= '9'; ++c) {
    const std::string_view read = LettersOfDigit(c);
    if (index.MayBegin(WordIndex::Extend(open, c)) ||
        std::any_of(read.begin(), read.end(), [&](char letter) {
          return (letters >> (letter - 'a') & 1) != 0;
        })) {
      return groups | GroupsOf(c);  // that of all digits
    }
  }
  return groups;
}

}  // namespace saring
