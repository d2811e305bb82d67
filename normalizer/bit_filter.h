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

// One bit for each hash, chosen by its upper bits; several may share one. A yes
// may be wrong, a no never is.
class BitFilter {
 public:
  // Takes hashes one by one.
  class Builder {
   public:
    // With `bits_each` bits for each of `hashes` hashes, or up to twice that.
    Builder(size_t hashes, size_t bits_each)
        : log_(std::max<int>(6, std::bit_width(hashes * bits_each))),
          bits_(size_t{1} << (log_ - 6)) {}

    void Add(uint64_t hash) {
      const uint64_t bit = hash >> (64 - log_);
      bits_[bit >> 6] |= uint64_t{1} << (bit & 63);
    }

   private:
    friend class BitFilter;
    int log_;
    std::vector<uint64_t> bits_;
  };

  // Holds nothing.
  BitFilter() : BitFilter(Builder(0, 1)) {}
  explicit BitFilter(Builder&& builder)
      : shift_(64 - builder.log_), bits_(std::move(builder.bits_)) {}

  bool Has(uint64_t hash) const {
    const uint64_t bit = hash >> shift_;
    return (bits_[bit >> 6] >> (bit & 63)) & 1;
  }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    visit(self.bits_);
  }
  bool Restore() {
    if (!std::has_single_bit(bits_.size())) return false;
    shift_ = 64 - 6 - std::countr_zero(bits_.size());
    return true;
  }

 private:
  int shift_;
  FlatArray<uint64_t> bits_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_BIT_FILTER_H_
