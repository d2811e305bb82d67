#include "normalizer/decoder.h"

#include <unicode/utf8.h>

#include "normalizer/characters.h"

namespace saring {
namespace {

constexpr char32_t kRightToLeftOverride = 0x202E;

// Follows what opens and closes embeddings. Those that are not closed are
// closed by the end of the line. Beyond 64 at once some are forgotten.
uint64_t Follow(uint64_t overrides, char32_t code) {
  switch (code) {
    case kRightToLeftOverride:
      return overrides << 1 | 1;
    case 0x202A:
    case 0x202B:
    case 0x202D:
      return overrides << 1;
    case 0x202C:
      return overrides >> 1;
    case '\n':
    case 0x2029:
      return 0;
    default:
      return overrides;
  }
}

}  // namespace

// Repair comes before dropping: two broken halves on either side of a dropped
// character would join into a letter that nobody folded. Bad bytes are taken
// one at a time, since none of them can begin a well-formed character.
bool Decoder::Next(SourceChar* next) {
  const auto size = static_cast<uint32_t>(text_.size());
  bool after_gap = false;
  while (at_ < size) {
    const uint32_t begin = at_;
    UChar32 c;
    U8_NEXT(text_.data(), at_, size, c);
    if (c < 0) {
      at_ = begin + 1;
      c = ' ';
    }
    auto code = static_cast<char32_t>(c);
    if (IsFiller(code)) code = ' ';
    overrides_ = Follow(overrides_, code);
    if (IsInvisible(code)) {
      after_gap = true;
      continue;
    }
    marks_ = IsMark(code) ? marks_ + 1 : 0;
    if (marks_ > kMostMarks) continue;
    *next = {code, begin, at_, (overrides_ & 1) != 0, after_gap};
    return true;
  }
  return false;
}

}  // namespace saring
