#include "config/source_text.h"

#include <algorithm>

namespace saring {
namespace {

constexpr size_t kSampled = 64;

bool BeginsCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}

}  // namespace

std::string_view WithoutByteOrderMark(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return text;
}

SourceText::SourceText(std::string_view text) : text_(text), lines_{0} {
  size_t characters = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto here = static_cast<uint32_t>(at);
    if (BeginsCharacter(text[at]) && characters++ % kSampled == 0) {
      samples_.push_back(here);
    }
    if (text[at] == '\n') lines_.push_back(here + 1);
  }
}

size_t SourceText::ByteOfCharacter(size_t index) const {
  if (index / kSampled >= samples_.size()) return text_.size();
  size_t at = samples_[index / kSampled];
  for (size_t left = index % kSampled; left > 0 && at < text_.size(); --left) {
    do {
      ++at;
    } while (at < text_.size() && !BeginsCharacter(text_[at]));
  }
  return at;
}

Place SourceText::PlaceOf(size_t at) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), at);
  return {0, static_cast<uint32_t>(after - lines_.begin()),
          static_cast<uint32_t>(at - *(after - 1) + 1)};
}

}  // namespace saring
