// Very many short texts in one piece of memory.

#ifndef SARING_NORMALIZER_TEXT_TABLE_H_
#define SARING_NORMALIZER_TEXT_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "normalizer/fetch_ahead.h"
#include "normalizer/flat_array.h"

namespace saring {

// Texts by number, each with a NUL after it. Constant.
class TextTable {
 public:
  // Takes texts one by one.
  class Builder {
   public:
    // Throws std::bad_alloc beyond 4 GiB.
    void Add(std::string_view text) {
      if (text.size() >= UINT32_MAX - bytes_.size()) throw std::bad_alloc();
      bytes_.insert(bytes_.end(), text.begin(), text.end());
      bytes_.push_back('\0');
      ends_.push_back(static_cast<uint32_t>(bytes_.size()));
    }

    std::string_view operator[](size_t i) const {
      return {bytes_.data() + ends_[i], ends_[i + 1] - ends_[i] - 1};
    }
    size_t size() const { return ends_.size() - 1; }

   private:
    friend class TextTable;
    std::vector<uint32_t> ends_ = {0};
    std::vector<char> bytes_;
  };

  TextTable() = default;
  explicit TextTable(Builder&& builder) {
    // Nothing is added any more: no room for it either.
    builder.ends_.shrink_to_fit();
    builder.bytes_.shrink_to_fit();
    ends_ = FlatArray(std::move(builder.ends_));
    bytes_ = FlatArray(std::move(builder.bytes_));
  }

  size_t size() const { return ends_.empty() ? 0 : ends_.size() - 1; }

  // NUL-terminated. REQUIRES: i < size()
  std::string_view operator[](size_t i) const {
    return {bytes_.data() + ends_[i], ends_[i + 1] - ends_[i] - 1};
  }

  // Has the processor fetch where text i lies, and what is there.
  void FetchEnds(size_t i) const { __builtin_prefetch(ends_.data() + i); }
  void Fetch(size_t i) const { __builtin_prefetch(bytes_.data() + ends_[i]); }

  // All of them, a NUL after each.
  std::string_view all() const { return {bytes_.data(), bytes_.size()}; }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    visit(self.ends_);
    visit(self.bytes_);
  }
  bool Restore() {
    if (ends_.empty() || ends_[0] != 0 || ends_.back() != bytes_.size()) {
      return false;
    }
    // Ends that rise and arrive at the last byte all lie within the bytes, so
    // that these may be looked at once the ends are known to rise.
    uint32_t bad = 0;
    for (size_t i = 0; i + 1 < ends_.size(); ++i) {
      bad |= ends_[i] >= ends_[i + 1];
    }
    if (bad != 0) return false;
    for (size_t i = 1; i < ends_.size(); ++i) {
      FetchAhead(bytes_.data() + ends_[i]);
      bad |= static_cast<uint8_t>(bytes_[ends_[i] - 1]);
    }
    return bad == 0;
  }

 private:
  FlatArray<uint32_t> ends_;  // where each text begins, then the size of all
  FlatArray<char> bytes_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_TEXT_TABLE_H_
