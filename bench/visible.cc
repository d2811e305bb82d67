#include "bench/visible.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdio>

namespace saring::quality {
namespace {

std::string Tag(const char* format, unsigned number) {
  char tag[16];
  std::snprintf(tag, sizeof tag, format, number);
  return tag;
}

bool Shows(UChar32 c) {
  constexpr uint32_t kSilent = U_GC_CC_MASK | U_GC_Z_MASK;
  return (c == ' ' || (U_GET_GC_MASK(c) & kSilent) == 0) &&
         !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace

std::string Visible(std::string_view text) {
  std::string visible;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c;
    U8_NEXT(text.data(), i, size, c);
    const std::string_view bytes = text.substr(begin, i - begin);
    if (c >= 0 && Shows(c)) {
      visible += bytes;
    } else if (c >= 0) {
      visible += Tag("<%04X>", static_cast<unsigned>(c));
    } else {
      for (const char byte : bytes) {
        visible += Tag("<x%02X>", static_cast<unsigned char>(byte));
      }
    }
  }
  return visible;
}

}  // namespace saring::quality
