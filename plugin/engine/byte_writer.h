// Small things, one after the other, as bytes.

#ifndef SARING_PLUGIN_ENGINE_BYTE_WRITER_H_
#define SARING_PLUGIN_ENGINE_BYTE_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "config/date.h"

namespace saring {

// Appends what it is called with. ByteReader, called with the same in the same
// order, reads it:
//   number, enumerator, bool  its bytes, in the order of the machine
//   text                      its size as 4 bytes, then its bytes
//   day                       4 bytes, the number 20261123; 0 for none
//   optional number           a bool, and the number if there is one
//   vector                    its size as 4 bytes, then its elements
class ByteWriter {
 public:
  template <typename T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) void operator()(
      T number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }

  void operator()(const std::string& text) {
    (*this)(static_cast<uint32_t>(text.size()));
    bytes_ += text;
  }

  void operator()(const std::optional<Date>& day) {
    (*this)(day ? NumberOf(*day) : uint32_t{0});
  }

  void operator()(const std::optional<uint32_t>& number) {
    (*this)(number.has_value());
    if (number) (*this)(*number);
  }

  template <typename T>
  void operator()(const std::vector<T>& all) {
    Each(all, *this);
  }

  // Of what is made of several things: `visit` is called for each.
  template <typename T, typename Visit>
  void Each(const std::vector<T>& all, Visit&& visit) {
    (*this)(static_cast<uint32_t>(all.size()));
    for (const T& one : all) visit(one);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  static uint32_t NumberOf(Date day) {
    return static_cast<uint32_t>(static_cast<int>(day.year())) * 10'000 +
           static_cast<unsigned>(day.month()) * 100 +
           static_cast<unsigned>(day.day());
  }

  std::string bytes_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_BYTE_WRITER_H_
