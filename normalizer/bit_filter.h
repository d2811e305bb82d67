// A set of hashes that says no for little.

#ifndef SARING_NORMALIZER_BIT_FILTER_H_
#define SARING_NORMALIZER_BIT_FILTER_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "normalizer/flat_array.h"

namespace saring {

// Three bits for each hash, in one word; several may share them. A yes may be
// wrong, about once in a hundred times with 12 bits each; a no never is.
class BitFilter {
 public:
  // Takes hashes one by one.
  class Builder {
   public:
    // With `bits_each` bits for each of `hashes` hashes, or up to twice that.
    Builder(size_t hashes, size_t bits_each)
        : log_(std::max<int>(1, std::bit_width(hashes * bits_each / 64))),
          words_(size_t{1} << log_) {}

    void Add(uint64_t hash) { words_[hash >> (64 - log_)] |= BitsOf(hash); }

   private:
    friend class BitFilter;
    int log_;
    std::vector<uint64_t> words_;
  };

  // Holds nothing.
  BitFilter() : BitFilter(Builder(0, 1)) {}
  explicit BitFilter(Builder&& builder)
      : shift_(64 - builder.log_), words_(std::move(builder.words_)) {}

  // The same hashes, in the memory of this one, which must outlive them.
  BitFilter Borrow() const {
    BitFilter filter;
    filter.shift_ = shift_;
    filter.words_ = FlatArray<uint64_t>::Borrowed(words_.span());
    return filter;
  }

  class View;
  // For a loop that writes elsewhere: it need not be loaded anew.
  View view() const;

  bool Has(uint64_t hash) const;
  // Makes ready for it.
  void Fetch(uint64_t hash) const {
    __builtin_prefetch(&words_[hash >> shift_]);
  }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    visit(self.words_);
  }
  bool Restore() {
    if (words_.size() < 2 || !std::has_single_bit(words_.size())) return false;
    shift_ = 64 - std::countr_zero(words_.size());
    return true;
  }

 private:
  // The upper bits of a hash choose the word, these the bits.
  static uint64_t BitsOf(uint64_t hash) {
    constexpr uint64_t kOne = 1;
    return kOne << (hash >> 18 & 63) | kOne << (hash >> 24 & 63) |
           kOne << (hash >> 30 & 63);
  }

  int shift_;
  FlatArray<uint64_t> words_;
};

class BitFilter::View {
 public:
  bool Has(uint64_t hash) const {
    const uint64_t word = words_[hash >> shift_];
    return (word >> (hash >> 18 & 63) & word >> (hash >> 24 & 63) &
            word >> (hash >> 30 & 63) & 1) != 0;
  }

 private:
  friend class BitFilter;
  View(const uint64_t* words, int shift) : words_(words), shift_(shift) {}

  const uint64_t* words_;
  int shift_;
};

inline BitFilter::View BitFilter::view() const {
  return View(words_.data(), shift_);
}

inline bool BitFilter::Has(uint64_t hash) const { return view().Has(hash); }

}  // namespace saring

#endif  // SARING_NORMALIZER_BIT_FILTER_H_
