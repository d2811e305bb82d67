#include "config/utf8.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace saring {
namespace {

struct Range {
  char32_t first, last;
};

bool IsIn(char32_t c, const Range* begin, const Range* end) {
  const Range* at = std::upper_bound(
      begin, end, c, [](char32_t x, const Range& r) { return x < r.first; });
  return at != begin && c <= std::prev(at)->last;
}

// The property Default_Ignorable_Code_Point, the bidi controls and the
// interlinear annotations; to which the braille blank adds itself.
constexpr Range kInvisible[] = {
    {0xAD, 0xAD},       {0x34F, 0x34F},    {0x61C, 0x61C},   {0x115F, 0x1160},
    {0x17B4, 0x17B5},   {0x180B, 0x180F},  {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x206F},   {0x2800, 0x2800},  {0x3164, 0x3164}, {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},  {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

bool IsControl(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
         (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
}

// Calls visit(character, begin, end) until it returns true; then so does this.
template <typename Visit>
bool AnyCharacter(std::string_view text, Visit visit) {
  for (size_t at = 0; at < text.size();) {
    char32_t c = 0;
    const size_t size = std::max<size_t>(DecodeUtf8(text, at, &c), 1);
    if (visit(c, at, at + size)) return true;
    at += size;
  }
  return false;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

}  // namespace

size_t DecodeUtf8(std::string_view text, size_t at, char32_t* character) {
  const auto byte = [&](size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) {
    *character = lead;
    return 1;
  }
  size_t size = 0;
  if (lead >= 0xC2 && lead < 0xE0) size = 2;
  if (lead >= 0xE0 && lead < 0xF0) size = 3;
  if (lead >= 0xF0 && lead < 0xF5) size = 4;
  if (size == 0) return 0;
  char32_t c = lead & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return 0;
    c = c << 6 | (byte(at + i) & 0x3Fu);
  }
  // Overlong forms, surrogates, beyond Unicode.
  if ((size == 3 && c < 0x800) || (size == 4 && c < 0x10000) ||
      (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) {
    return 0;
  }
  *character = c;
  return size;
}

std::optional<BadByte> FindBadByte(std::string_view text) {
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return ' ' <= c && c <= '~'; })) {
    return {};  // as nearly all are
  }
  for (size_t at = 0; at < text.size();) {
    char32_t c = 0;
    const size_t size = DecodeUtf8(text, at, &c);
    if (size == 0) {
      char name[8];
      std::snprintf(name, sizeof name, "0x%02X",
                    static_cast<unsigned char>(text[at]));
      return BadByte{at, std::string("byte ") + name +
                             " is not UTF-8; save the file as UTF-8"};
    }
    if (IsControl(c)) {
      return BadByte{at, "control character " + CodePointName(c)};
    }
    at += size;
  }
  return {};
}

std::optional<char32_t> FindInvisible(std::string_view text) {
  std::optional<char32_t> found;
  if (IsAscii(text)) return found;
  AnyCharacter(text, [&](char32_t c, size_t, size_t) {
    if (!IsIn(c, std::begin(kInvisible), std::end(kInvisible))) return false;
    found = c;
    return true;
  });
  return found;
}

std::string CodePointName(char32_t character) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
  return name;
}

std::string Quote(std::string_view text) {
  constexpr size_t kMaxShown = 60;
  std::string quoted = "'";
  const bool cut = AnyCharacter(text, [&](char32_t c, size_t at, size_t end) {
    if (end > kMaxShown) return true;
    if (c < 0x20 || IsControl(c) ||
        IsIn(c, std::begin(kInvisible), std::end(kInvisible))) {
      quoted += "<" + CodePointName(c) + ">";
    } else {
      quoted += text.substr(at, end - at);
    }
    return false;
  });
  return quoted + (cut ? "...'" : "'");
}

}  // namespace saring
