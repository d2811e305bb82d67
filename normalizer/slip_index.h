// Finds the words that a mistyped one may have been meant for.

#ifndef SARING_NORMALIZER_SLIP_INDEX_H_
#define SARING_NORMALIZER_SLIP_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

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

  // Takes the words of `words` that are letters a to z only and not too short.
  // They must outlive the index.
  void Build(const std::vector<std::string_view>& words);

  // The words that are one slip from `typed`, in no order that matters.
  Meant Find(std::string_view typed) const {
    return Find(typed, kShortestOfAll);
  }
  // The same, but any slip in words of `shortest_of_all` letters or more.
  Meant Find(std::string_view typed, size_t shortest_of_all) const;

 private:
  struct Entry {
    uint32_t key;
    uint32_t word;
  };
  bool MayHave(uint64_t hash) const;
  void Collect(uint64_t hash, std::string_view typed, size_t shortest_of_all,
               Meant* meant) const;

  std::vector<std::string_view> words_;
  std::vector<Entry> entries_;  // by key
  std::vector<uint64_t> bits_;  // of hashes, so that most keys end here
  int shift_ = 0;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_SLIP_INDEX_H_
