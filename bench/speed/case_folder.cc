#include "bench/speed/case_folder.h"

#include <unicode/bytestream.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <stdexcept>

namespace saring::speed {

CaseFolder::CaseFolder() : buffer_(4096) {
  UErrorCode status = U_ZERO_ERROR;
  fold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::string_view CaseFolder::Fold(std::string_view text) {
  // No character becomes more than 18, of 3 bytes where it had 3.
  if (buffer_.size() < text.size() * 18) buffer_.resize(text.size() * 18);
  icu::CheckedArrayByteSink sink(buffer_.data(),
                                 static_cast<int32_t>(buffer_.size()));
  UErrorCode status = U_ZERO_ERROR;
  fold_->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
      nullptr, status);
  if (U_FAILURE(status) || sink.Overflowed()) {
    throw std::runtime_error(u_errorName(status));
  }
  return {buffer_.data(), static_cast<size_t>(sink.NumberOfBytesWritten())};
}

std::string SpacedFold(CaseFolder* folder, std::string_view text) {
  const std::string_view folded = folder->Fold(text);
  std::string spaced = " ";
  const auto size = static_cast<int32_t>(folded.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c;
    U8_NEXT(folded.data(), i, size, c);
    const bool in_word =
        c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
    if (in_word) {
      spaced.append(folded.substr(static_cast<size_t>(begin),
                                  static_cast<size_t>(i - begin)));
    } else if (spaced.back() != ' ') {
      spaced += ' ';
    }
  }
  if (spaced.back() != ' ') spaced += ' ';
  return spaced;
}

Strings SpacedFold(const Texts& texts) {
  CaseFolder folder;
  Strings spaced;
  for (const std::string_view text : texts) {
    spaced.push_back(SpacedFold(&folder, text));
  }
  return spaced;
}

}  // namespace saring::speed
