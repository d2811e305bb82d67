// The text of a file, and where in it things stand.

#ifndef SARING_CONFIG_SOURCE_TEXT_H_
#define SARING_CONFIG_SOURCE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "config/policy.h"

namespace saring {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// `text` without the byte order mark that some editors put before it.
std::string_view WithoutByteOrderMark(std::string_view text);

// Finds the lines and columns of a text. Immutable; borrows the text.
class SourceText {
 public:
  // REQUIRES: `text` is of less than 4 GiB
  explicit SourceText(std::string_view text);

  std::string_view text() const { return text_; }

  // REQUIRES: at <= text().size()
  Place PlaceOf(size_t at) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> lines_;  // where each line begins
};

}  // namespace saring

#endif  // SARING_CONFIG_SOURCE_TEXT_H_
