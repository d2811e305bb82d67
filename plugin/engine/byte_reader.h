// What a ByteWriter wrote, or somebody who pretends to be one.

#ifndef SARING_PLUGIN_ENGINE_BYTE_READER_H_
#define SARING_PLUGIN_ENGINE_BYTE_READER_H_

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "config/date.h"

namespace saring {

// Fills what it is called with. See ByteWriter.
//
// Bytes may be anything: the first that cannot be what is asked for ends the
// reading, and whatever is filled after that is empty. Takes no more memory
// than a small multiple of the bytes.
class ByteReader {
 public:
  // The bytes must live as long.
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  // Whether all that was asked for was there.
  bool ok() const { return ok_; }
  bool at_end() const { return left_.empty(); }

  template <typename T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void operator()(
      T& number) {
    number = 0;
    if (const char* at = Take(sizeof number)) {
      std::memcpy(&number, at, sizeof number);
    }
  }

  void operator()(bool& flag) {
    uint8_t number = 0;
    (*this)(number);
    Require(number <= 1);
    flag = number == 1;
  }

  // The number may be that of no enumerator.
  template <typename T>
  requires(std::is_enum_v<T>) void operator()(T& one) {
    std::underlying_type_t<T> number;
    (*this)(number);
    one = static_cast<T>(number);
  }

  // Only text that a policy may hold: see FindBadByte().
  void operator()(std::string& text);
  // The same, but it need not be UTF-8: it may name files.
  void Lines(std::string& text);

  void operator()(std::optional<Date>& day);
  void operator()(std::optional<uint32_t>& number);

  template <typename T>
  void operator()(std::vector<T>& all) {
    Each(all, *this);
  }

  template <typename T, typename Visit>
  void Each(std::vector<T>& all, Visit&& visit) {
    uint32_t size = 0;
    (*this)(size);
    all.clear();
    while (ok_ && all.size() < size) visit(all.emplace_back());
  }

 private:
  // The next `size` bytes, or nullptr where there are fewer.
  const char* Take(size_t size);
  std::string_view TakeText();
  void Require(bool good) { ok_ &= good; }

  std::string_view left_;
  bool ok_ = true;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_BYTE_READER_H_
