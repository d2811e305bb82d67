// Numbers for words.

#ifndef SARING_PLUGIN_ENGINE_WORD_TABLE_H_
#define SARING_PLUGIN_ENGINE_WORD_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/bit_filter.h"
#include "normalizer/flat_array.h"
#include "normalizer/slots.h"
#include "normalizer/text_table.h"
#include "normalizer/word_hash.h"

namespace saring {

// Words, numbered from 1 on; 0 stands for every other word. Constant.
class WordTable {
 public:
  using WordId = uint32_t;
  static constexpr WordId kUnknown = 0;

  // Gives numbers.
  class Builder {
   public:
    // The number of `word`, a new one if it had none.
    WordId Intern(std::string_view word);

    WordId Find(std::string_view word) const;
    size_t size() const { return texts_.size(); }

   private:
    friend class WordTable;
    size_t PlaceOf(std::string_view word, uint64_t hash) const;
    void Grow();

    TextTable::Builder texts_;
    std::vector<uint64_t> hashes_;  // by number - 1
    std::vector<WordId> places_;  // a power of two, at most half of them taken
  };

  WordTable() : WordTable(Builder()) {}
  explicit WordTable(Builder&& builder);

  // REQUIRES: hash is HashWord(word)
  WordId Find(std::string_view word, uint64_t hash) const {
    if (!filter_.Has(hash)) return kUnknown;
    const auto tag = static_cast<uint32_t>(hash);
    return slots_[FindSlot(slots_.span(), hash,
                           [&](const Slot& slot) {
                             return slot.word == kUnknown ||
                                    (slot.tag == tag &&
                                     texts_[slot.word - 1] == word);
                           })]
        .word;
  }
  WordId Find(std::string_view word) const {
    return Find(word, HashWord(word));
  }

  size_t size() const { return texts_.size(); }
  // REQUIRES: 0 < word <= size()
  std::string_view Text(WordId word) const { return texts_[word - 1]; }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    BitFilter::ForEachArray(self.filter_, visit);
    visit(self.slots_);
    TextTable::ForEachArray(self.texts_, visit);
  }
  bool Restore();

 private:
  struct Slot {
    uint32_t tag;  // the lower bits of the hash
    WordId word;   // kUnknown: free
  };

  BitFilter filter_;
  FlatArray<Slot> slots_;
  TextTable texts_;  // by number - 1
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_WORD_TABLE_H_
