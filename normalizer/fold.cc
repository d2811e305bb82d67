#include "normalizer/fold.h"

#include <unicode/utf16.h>

#include <algorithm>
#include <stdexcept>

#include "normalizer/styled.h"

namespace saring {
namespace {

void Append(char32_t code, std::u16string* text) {
  if (code > 0xFFFF) {
    text->push_back(U16_LEAD(code));
    text->push_back(U16_TRAIL(code));
  } else {
    text->push_back(static_cast<char16_t>(code));
  }
}

void Normalize(const UNormalizer2* form, const std::u16string& from,
               std::u16string* to) {
  const auto size = static_cast<int32_t>(from.size());
  // Room for most, so that a second try is rare.
  to->resize(from.size() + 8);
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    const int32_t needed =
        unorm2_normalize(form, from.data(), size, to->data(),
                         static_cast<int32_t>(to->size()), &error);
    if (error != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(error)) {
      throw std::runtime_error(u_errorName(error));
    }
    const bool fits = static_cast<size_t>(needed) <= to->size();
    to->resize(static_cast<size_t>(needed));
    if (fits) return;
  }
}

class Folder {
 public:
  Folder(const Forms& forms, FoldBuffers* buffers, std::vector<FoldedChar>* out)
      : forms_(forms), buffers_(*buffers), out_(*out) {
    buffers_.segment.clear();
    buffers_.lone.resize(kLoneFolds);
    buffers_.lone_chars.reserve(kMostLoneChars);
  }

  void Add(const SourceChar& c) {
    if (c.code < 0x80 || LoneFoldOf(c.code).code == c.code ||
        unorm2_hasBoundaryBefore(forms_.fold, static_cast<UChar32>(c.code))) {
      Flush();
    }
    buffers_.segment.push_back(c);
  }

  void Flush() {
    const std::vector<SourceChar>& segment = buffers_.segment;
    if (segment.empty()) return;
    const SourceChar& first = segment[0];
    if (segment.size() == 1 && first.code < 0x80) {
      FlushAscii(first);
    } else if (segment.size() == 1 &&
               LoneFoldOf(first.code).code == first.code) {
      FlushLone(first);
    } else {
      const size_t begin = out_.size();
      FlushWithIcu();
      if (segment.size() == 1) Keep(first.code, begin);
    }
    buffers_.segment.clear();
  }

 private:
  void FlushAscii(const SourceChar& c) {
    const bool capital = c.code >= 'A' && c.code <= 'Z';
    Emit(capital ? c.code + ('a' - 'A') : c.code, false, c, c.end);
    base_carries_idle_marks_ = true;
    marks_ = 0;
  }

  static constexpr size_t kLoneFolds = 512;
  static constexpr size_t kMostLoneChars = size_t{1} << 12;

  LoneFold& LoneFoldOf(char32_t code) const {
    return buffers_.lone[code % kLoneFolds];
  }

  void FlushLone(const SourceChar& c) {
    const LoneFold& lone = LoneFoldOf(c.code);
    for (uint32_t i = 0; i < lone.size; ++i) {
      FoldedChar folded = buffers_.lone_chars[lone.begin + i];
      folded.reversed = c.reversed;
      folded.after_gap = c.after_gap;
      folded.begin = c.begin;
      folded.end = c.end;
      out_.push_back(folded);
    }
    base_carries_idle_marks_ = lone.carries_idle_marks;
    marks_ = lone.marks;
  }

  // Keeps what the segment of one character that was just flushed folded to,
  // from `begin` on in out_. What begins with a mark depends on what stands
  // before it.
  void Keep(char32_t code, size_t begin) {
    const std::u16string& decomposed = buffers_.decomposed;
    const size_t size = out_.size() - begin;
    if (decomposed.empty()) return;
    char32_t first;
    U16_GET(decomposed.data(), 0, 0, decomposed.size(), first);
    if (IsMark(first) ||
        !unorm2_hasBoundaryBefore(forms_.fold, static_cast<UChar32>(code))) {
      return;
    }
    std::vector<FoldedChar>& chars = buffers_.lone_chars;
    if (chars.size() + size > kMostLoneChars) ForgetLone();
    LoneFoldOf(code) = {.code = code,
                        .carries_idle_marks = base_carries_idle_marks_,
                        .marks = static_cast<uint8_t>(marks_),
                        .begin = static_cast<uint32_t>(chars.size()),
                        .size = static_cast<uint32_t>(size)};
    chars.insert(chars.end(), out_.begin() + static_cast<ptrdiff_t>(begin),
                 out_.end());
  }

  void ForgetLone() {
    buffers_.lone.assign(kLoneFolds, LoneFold());
    buffers_.lone_chars.clear();
  }

  void FlushWithIcu() {
    FoldBuffers& b = buffers_;
    b.source.clear();
    for (const SourceChar& c : b.segment) {
      const std::string_view shown = ShownBy(c.code);
      if (shown.empty()) {
        Append(c.code, &b.source);
      } else {
        b.source.append(shown.begin(), shown.end());
      }
    }
    Normalize(forms_.fold, b.source, &b.folded);
    Normalize(forms_.decomposed, b.folded, &b.decomposed);
    if (StripMarks()) Normalize(forms_.composed, b.stripped, &b.folded);
    EmitSegment();
  }

  // Copies `decomposed` to `stripped` without the marks that say nothing.
  // Returns whether there were any. Counts marks again, because one character
  // may decompose to several.
  bool StripMarks() {
    const std::u16string& from = buffers_.decomposed;
    std::u16string& to = buffers_.stripped;
    to.clear();
    for (size_t i = 0; i < from.size();) {
      char32_t c;
      U16_NEXT(from.data(), i, from.size(), c);
      if (IsNonspacingMark(c)) {
        if (base_carries_idle_marks_) continue;
      } else {
        base_carries_idle_marks_ = CarriesIdleMarks(c);
      }
      marks_ = IsMark(c) ? marks_ + 1 : 0;
      if (marks_ <= kMostMarks) Append(c, &to);
    }
    return to.size() != from.size();
  }

  void EmitSegment() {
    const SourceChar& first = buffers_.segment.front();
    const uint32_t end = buffers_.segment.back().end;
    const bool styled = IsStyled(first.code);
    const std::u16string& text = buffers_.folded;
    for (size_t i = 0; i < text.size();) {
      char32_t c;
      U16_NEXT(text.data(), i, text.size(), c);
      // Raised small capitals and their like fold to plain ones.
      const std::string_view shown = ShownBy(c);
      if (shown.empty()) {
        Emit(c, styled, first, end);
      }
      for (const char letter : shown) {
        Emit(static_cast<char32_t>(letter), styled, first, end);
      }
    }
  }

  // One folded character of a segment that begins with `first`.
  void Emit(char32_t code, bool styled, const SourceChar& first, uint32_t end) {
    out_.push_back({static_cast<uint32_t>(code),
                    static_cast<uint32_t>(KindOf(code)),
                    static_cast<uint32_t>(CaseOf(first.code)), styled,
                    first.reversed, first.after_gap, first.begin, end});
  }

  const Forms& forms_;
  FoldBuffers& buffers_;
  std::vector<FoldedChar>& out_;
  // Of the text so far. A mark without a base says nothing either.
  bool base_carries_idle_marks_ = true;
  int marks_ = 0;
};

}  // namespace

Forms LoadForms() {
  UErrorCode error = U_ZERO_ERROR;
  const Forms forms = {unorm2_getNFKCCasefoldInstance(&error),
                       unorm2_getNFDInstance(&error),
                       unorm2_getNFCInstance(&error)};
  if (U_FAILURE(error)) {
    throw std::runtime_error(std::string("ICU: ") + u_errorName(error));
  }
  return forms;
}

void Fold(const Forms& forms, std::string_view text, FoldBuffers* buffers,
          std::vector<FoldedChar>* out) {
  Folder folder(forms, buffers, out);
  Decoder decoder(text);
  char32_t before = 0;
  SourceChar c;
  for (bool more = decoder.Next(&c); more;) {
    SourceChar next;
    more = decoder.Next(&next);
    const bool in_small_capitals =
        IsSmallCapital(before) || (more && IsSmallCapital(next.code));
    before = c.code;
    if (c.code == kStandInForSmallQ && in_small_capitals) c.code = kSmallQ;
    folder.Add(c);
    c = next;
  }
  folder.Flush();
}

}  // namespace saring
