#include "plugin/engine/told_along.h"

namespace saring {

bool ToldAlong::Restore() {
  std::sort(
      by_word_.begin(), by_word_.end(),
      [](const WithWord& a, const WithWord& b) { return a.word < b.word; });
  size_t kept = 0;
  for (const WithWord& one : by_word_) {
    if (kept > 0 && by_word_[kept - 1].word == one.word) {
      by_word_[kept - 1].lists |= one.lists;
    } else {
      by_word_[kept++] = one;
    }
  }
  by_word_.resize(kept);
  BitFilter::Builder words(by_word_.size(), 16);
  for (const WithWord& one : by_word_) words.Add(HashOf(one.word));
  words_ = BitFilter(std::move(words));
  return by_list_.size() == kListBits;
}

}  // namespace saring
