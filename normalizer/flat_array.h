// The tables of a compiled policy.

#ifndef SARING_NORMALIZER_FLAT_ARRAY_H_
#define SARING_NORMALIZER_FLAT_ARRAY_H_

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace saring {

// A constant array of records without pointers, so that it may lie in a file as
// well as in memory: it owns its elements, or borrows them from whoever
// outlives it. Moving it moves no element.
template <typename T>
class FlatArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  FlatArray() = default;
  explicit FlatArray(std::vector<T> elements)
      : owned_(std::move(elements)), view_(owned_) {}

  static FlatArray Borrowed(std::span<const T> elements) {
    FlatArray array;
    array.view_ = elements;
    return array;
  }

  FlatArray(FlatArray&& other) noexcept
      : owned_(std::move(other.owned_)),
        view_(std::exchange(other.view_, {})) {}
  FlatArray& operator=(FlatArray&& other) noexcept {
    owned_ = std::move(other.owned_);
    view_ = std::exchange(other.view_, {});
    return *this;
  }

  const T& operator[](size_t i) const { return view_[i]; }
  const T* data() const { return view_.data(); }
  size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }
  const T& back() const { return view_.back(); }
  std::span<const T> span() const { return view_; }

 private:
  std::vector<T> owned_;
  std::span<const T> view_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_FLAT_ARRAY_H_
