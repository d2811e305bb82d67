// Very many words, of which nothing is asked but whether they are there.

#ifndef SARING_PLUGIN_ENGINE_HASHED_WORDS_H_
#define SARING_PLUGIN_ENGINE_HASHED_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/bit_filter.h"
#include "normalizer/flat_array.h"
#include "normalizer/slots.h"
#include "normalizer/word_hash.h"

namespace saring {

// Keeps 32 bits of each word beside its place: of two billion questions about
// other words one gets a wrong yes. A no is never wrong. Constant.
class HashedWords {
 public:
  // Takes words one by one, however often.
  class Builder {
   public:
    // Returns whether the word is new.
    bool Add(std::string_view word);

   private:
    friend class HashedWords;
    static constexpr uint64_t kFree = 0;

    // The place of `hash`, or the free one where it would go.
    size_t PlaceOf(uint64_t hash) const;
    void Grow();

    std::vector<uint64_t>
        hashes_;  // a power of two, at most half of them taken
    size_t size_ = 0;
  };

  HashedWords() : HashedWords(Builder()) {}
  explicit HashedWords(Builder&& builder);

  // The same words, in the memory of this one, which must outlive them.
  HashedWords Borrow() const {
    HashedWords words;
    words.filter_ = filter_.Borrow();
    words.tags_ = FlatArray<uint32_t>::Borrowed(tags_.span());
    return words;
  }

  // REQUIRES: hash is HashWord() of the word
  bool Contains(uint64_t hash) const {
    if (!filter_.Has(hash)) return false;
    const uint32_t tag = TagOf(hash);
    return tags_[FindSlot(tags_.span(), hash, [&](uint32_t other) {
             return other == tag || other == kFree;
           })] != kFree;
  }
  bool Contains(std::string_view word) const {
    return Contains(HashWord(word));
  }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    BitFilter::ForEachArray(self.filter_, visit);
    visit(self.tags_);
  }
  bool Restore();

 private:
  static constexpr uint32_t kFree = 0;
  static uint32_t TagOf(uint64_t hash) {
    const auto tag = static_cast<uint32_t>(hash);
    return tag == kFree ? 1 : tag;
  }

  BitFilter filter_;
  FlatArray<uint32_t> tags_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_HASHED_WORDS_H_
