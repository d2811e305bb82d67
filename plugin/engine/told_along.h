// What tells of terms that begin with a list.

#ifndef SARING_PLUGIN_ENGINE_TOLD_ALONG_H_
#define SARING_PLUGIN_ENGINE_TOLD_ALONG_H_

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "normalizer/bit_filter.h"
#include "plugin/engine/vocabulary.h"

namespace saring {

// Such terms are not followed on a path: each tells by a telling list, or by a
// word that is a telling term, that is in it.
//
// Filled by SetByList() and AddWord(), then Restore(); from then on constant.
class ToldAlong {
 public:
  using WordId = Vocabulary::WordId;

  // By bit of a telling list: the lists of terms that it is in; and those of
  // terms that these are in, and so on.
  void SetByList(std::vector<ListMask> by_list) {
    by_list_ = std::move(by_list);
  }
  // Says that `word` is in terms of `lists`.
  void AddWord(WordId word, ListMask lists) {
    by_word_.push_back({word, lists});
  }

  // False unless all is there.
  bool Restore();

  // The lists of terms that a telling word is in.
  ListMask ByWord(WordId word) const {
    if (!words_.Has(HashOf(word))) return 0;
    const auto found = std::lower_bound(
        by_word_.begin(), by_word_.end(), word,
        [](const WithWord& one, WordId other) { return one.word < other; });
    return found != by_word_.end() && found->word == word ? found->lists : 0;
  }

  // `told`, and all that these lists tell of.
  ListMask Close(ListMask told) const {
    ListMask all = told;
    for (; told != 0; told &= told - 1) {
      all |= by_list_[static_cast<size_t>(std::countr_zero(told))];
    }
    return all;
  }

  template <typename Self, typename Bytes>
  static void Visit(Self& self, Bytes& bytes) {
    bytes(self.by_list_);
    bytes.Each(self.by_word_, [&](auto& one) {
      bytes(one.word);
      bytes(one.lists);
    });
  }

 private:
  struct WithWord {
    WordId word = 0;
    ListMask lists = 0;
  };

  static uint64_t HashOf(WordId word) { return word * 0x9e3779b97f4a7c15u; }

  std::vector<ListMask> by_list_;
  std::vector<WithWord> by_word_;  // by word, each once
  BitFilter words_;                // of by_word_
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_TOLD_ALONG_H_
