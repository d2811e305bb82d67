#include "config/source_text.h"

#include <algorithm>

namespace saring {

std::string_view WithoutByteOrderMark(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return text;
}

SourceText::SourceText(std::string_view text) : text_(text), lines_{0} {
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') lines_.push_back(static_cast<uint32_t>(at + 1));
  }
}

Place SourceText::PlaceOf(size_t at) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), at);
  return {0, static_cast<uint32_t>(after - lines_.begin()),
          static_cast<uint32_t>(at - *(after - 1) + 1)};
}

}  // namespace saring
