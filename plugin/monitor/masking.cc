#include "plugin/monitor/masking.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace saring {
namespace {

// The character that begins at `*at`, which goes on behind it; negative where
// the bytes are none.
UChar32 Next(std::string_view text, size_t* at) {
  int32_t i = 0;
  UChar32 c;
  // No character has more bytes, so that the size fits.
  const std::string_view head = text.substr(*at, U8_MAX_LENGTH);
  U8_NEXT(head.data(), i, static_cast<int32_t>(head.size()), c);
  *at += static_cast<size_t>(i);
  return c;
}

bool IsDigit(char c) { return '0' <= c && c <= '9'; }

// ASCII, and no part of how an address is told.
bool IsPlain(char c) { return (c & 0x80) == 0 && c != '@'; }

bool IsFigure(UChar32 c) {
  return c >= 0 && (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0;
}

bool IsAtSign(UChar32 c) {
  return c == U'@' || c == 0xff20 || c == 0xfe6b;  // full-width, small
}

bool IsDot(UChar32 c) {
  return c == U'.' || c == 0xff0e || c == 0xfe52 || c == 0x3002 || c == 0xff61;
}

bool IsWord(UChar32 c) {
  return c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 ||
                    c == U'-' || c == U'_');
}

bool IsLocal(UChar32 c) {
  return IsWord(c) || IsDot(c) || c == U'+' || c == U'%';
}

bool IsSpace(UChar32 c) { return c == U' ' || c == U'\t' || c == 0xa0; }

// Where what is kept ends, of which the local part of an address is the last:
// `kept` itself where there is none.
size_t LocalPartBegin(std::string_view kept) {
  size_t begin = kept.size();
  bool in_spaces = true, word = false;
  for (auto at = static_cast<int32_t>(kept.size()); at > 0;) {
    UChar32 c;
    U8_PREV(kept.data(), 0, at, c);
    // Masked before it was seen here.
    const bool local = IsLocal(c) || c == U'#';
    in_spaces = in_spaces && IsSpace(c);
    if (!local && !in_spaces) break;
    if (!local) continue;
    word = true;
    begin = static_cast<size_t>(at);
  }
  return word ? begin : kept.size();
}

// Where the domain that begins at `at`, spaces aside, ends; `at` where there is
// none. The last word begins with a letter: `baju @10.000` tells a price.
size_t DomainEnd(std::string_view text, size_t at) {
  size_t end = at;
  bool begun = false;  // a word was seen
  bool dot = false;    // the last character was one
  bool named = false;  // this word may end the domain
  for (size_t next = at; next < text.size();) {
    const UChar32 c = Next(text, &next);
    if (IsWord(c)) {
      if (dot) named = u_isalpha(c);
      if (named) end = next;
      begun = true;
      dot = false;
    } else if (IsDot(c) && begun) {
      dot = true;
      named = false;
    } else if (begun || !IsSpace(c)) {
      break;
    }
  }
  return end;
}

}  // namespace

std::string Masked(std::string_view text) {
  std::string masked;
  masked.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (IsPlain(text[at])) {
      masked += IsDigit(text[at++]) ? '#' : text[begin];
      continue;
    }
    const UChar32 c = Next(text, &at);
    if (IsAtSign(c)) {
      const size_t local = LocalPartBegin(masked);
      const size_t end = DomainEnd(text, at);
      if (local < masked.size() && end > at) {
        masked.resize(local);
        masked += "[email]";
        at = end;
        continue;
      }
    }
    if (IsFigure(c)) {
      masked += '#';
    } else {
      masked += text.substr(begin, at - begin);
    }
  }
  return masked;
}

}  // namespace saring
