#include "normalizer/next_groups.h"

namespace saring {

Groups NextGroups(const WordIndex& index, WordIndex::Hash open) {
  const auto goes_on = [&](char c) {
    return index.MayBegin(WordIndex::Extend(open, c));
  };
  Groups groups = 0;
  for (char c = 'a'; c <= 'z'; ++c) {
    if (goes_on(c)) groups |= GroupsOf(c);
  }
  for (char c = '0'; c <= '9'; ++c) {
    if (goes_on(c)) return groups | kDigitGroup;
  }
  return groups;
}

Groups NextGroups(const WordIndex& index, std::span<const OpenLetters> ends) {
  Groups groups = 0;
  for (const OpenLetters& end : ends) groups |= NextGroups(index, end.hash);
  return groups;
}

}  // namespace saring
