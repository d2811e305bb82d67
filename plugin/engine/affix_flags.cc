#include "plugin/engine/affix_flags.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "config/utf8.h"

namespace saring {
namespace {

AffixFlag ByteAt(std::string_view text, size_t i) {
  return i < text.size() ? static_cast<uint8_t>(text[i]) : 0;
}

// Takes the next flag, or what stands for one, off *text.
// REQUIRES: !text->empty()
AffixFlag TakeFlag(std::string_view* text, FlagStyle style) {
  AffixFlag flag = kNoFlag;
  size_t size = 1;
  switch (style) {
    case FlagStyle::kByte:
      flag = ByteAt(*text, 0);
      break;
    case FlagStyle::kLong:
      flag = ByteAt(*text, 0) << 8 | ByteAt(*text, 1);
      size = 2;
      break;
    case FlagStyle::kNumber:
      size = std::min(text->find(','), text->size() - 1) + 1;
      std::from_chars(text->data(), text->data() + size, flag);
      break;
    case FlagStyle::kUtf8:
      if (char32_t c; const size_t bytes = DecodeUtf8(*text, 0, &c)) {
        flag = c;
        size = bytes;
      }
      break;
  }
  text->remove_prefix(std::min(size, text->size()));
  return flag;
}

}  // namespace

FlagSet ParseFlags(std::string_view text, FlagStyle style) {
  FlagSet flags;
  while (!text.empty() && flags.size() < kMostFlags) {
    const AffixFlag flag = TakeFlag(&text, style);
    if (flag != kNoFlag) flags.push_back(flag);
  }
  std::sort(flags.begin(), flags.end());
  flags.erase(std::unique(flags.begin(), flags.end()), flags.end());
  return flags;
}

AffixFlag ParseFlag(std::string_view text, FlagStyle style) {
  return text.empty() ? kNoFlag : TakeFlag(&text, style);
}

bool Contains(const FlagSet& flags, AffixFlag flag) {
  return flag != kNoFlag &&
         std::binary_search(flags.begin(), flags.end(), flag);
}

}  // namespace saring
