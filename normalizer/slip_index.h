// Finds the words that a mistyped one may have been meant for.

#ifndef SARING_NORMALIZER_SLIP_INDEX_H_
#define SARING_NORMALIZER_SLIP_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/bit_filter.h"
#include "normalizer/flat_array.h"
#include "normalizer/text_table.h"

namespace saring {

// Whether `typed` is `meant` but for one slip of the finger: two neighbours
// swapped, a letter left out, a letter typed twice, or a key hit beside the
// right one; these but for swaps not at the first letter, which the eye is on.
// Nothing else: any other wrong letter makes another word of most short ones.
bool IsOneSlip(std::string_view typed, std::string_view meant);

// Whether two neighbours behind the first letter are swapped in them.
bool AreSwapped(std::string_view a, std::string_view b);

// Finds them without trying every word. Each word is kept under itself and
// under what is left of it without one letter; two words one slip apart meet
// under one of these.
//
// Built once, then constant; threads may share it.
class SlipIndex {
 public:
  // Shorter words are all one slip from another.
  static constexpr size_t kShortest = 4;
  // Of shorter ones only a swap behind the first letter is a slip, unless any
  // is asked for.
  static constexpr size_t kShortestOfAll = 5;
  static constexpr size_t kLongest = 32;
  static constexpr size_t kMostMeant = 8;

  // What is left of such a word without a letter.
  static constexpr size_t kShortestTyped = 3;

  struct Meant {
    std::array<std::string_view, kMostMeant> words;
    size_t size = 0;
    bool too_many = false;
  };

  // Takes the words of `words` that are letters a to z only, not too short and
  // not too long.
  void Build(const std::vector<std::string_view>& words);

  // The words that are one slip from `typed`, in no order that matters. They
  // belong to the index.
  Meant Find(std::string_view typed) const {
    return Find(typed, kShortestOfAll);
  }
  // The same, but any slip in words of `shortest_of_all` letters or more.
  Meant Find(std::string_view typed, size_t shortest_of_all) const;

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    TextTable::ForEachArray(self.words_, visit);
    BitFilter::ForEachArray(self.filter_, visit);
    visit(self.buckets_);
    visit(self.entries_);
  }
  bool Restore();

 private:
  // A word, under one of its keys.
  struct Entry {
    uint32_t key;
    uint32_t word;
  };
  // Entries of one bucket. So many come together only by design.
  static constexpr uint32_t kMostOfBucket = 4096;

  size_t BucketOf(uint64_t hash) const { return hash >> shift_; }
  void Collect(uint64_t hash, std::string_view typed, size_t shortest_of_all,
               Meant* meant) const;

  TextTable words_;
  BitFilter filter_;  // so that most keys end here
  // By the upper bits of a hash: where its entries begin. One more at the end.
  FlatArray<uint32_t> buckets_;
  FlatArray<Entry> entries_;
  int shift_ = 0;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_SLIP_INDEX_H_
