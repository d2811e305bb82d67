#include "normalizer/decoder.h"

#include <unicode/utf8.h>

#include "normalizer/characters.h"

namespace saring {

// Repair comes before dropping: two broken halves on either side of a dropped
// character would join into a letter that nobody folded. Bad bytes are taken
// one at a time, since none of them can begin a well-formed character.
bool Decoder::Next(SourceChar* next) {
  const auto size = static_cast<uint32_t>(text_.size());
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
    if (IsInvisible(code)) continue;
    marks_ = IsMark(code) ? marks_ + 1 : 0;
    if (marks_ > kMostMarks) continue;
    *next = {code, begin, at_};
    return true;
  }
  return false;
}

}  // namespace saring
