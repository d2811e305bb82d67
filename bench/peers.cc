#include "bench/peers.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace saring::quality {
namespace {

void Require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

icu::UnicodeString AsciiLower(icu::UnicodeString text) {
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text.charAt(i);
    if (c >= u'A' && c <= u'Z') text.setCharAt(i, c - u'A' + u'a');
  }
  return text;
}

icu::UnicodeString CaseFoldedNfkc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  Require(status);
  const icu::UnicodeString folded = fold->normalize(text, status);
  Require(status);
  return folded;
}

// Without marks and whatever else is no letter and no digit.
icu::UnicodeString Squeeze(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  Require(status);
  const icu::UnicodeString apart = decompose->normalize(text, status);
  Require(status);
  icu::UnicodeString squeezed;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_isalnum(c)) squeezed.append(c);
  }
  return squeezed;
}

icu::UnicodeString Skeleton(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<USpoofChecker, void (*)(USpoofChecker*)>
      kChecker(uspoof_open(&status), uspoof_close);
  Require(status);
  icu::UnicodeString skeleton;
  uspoof_getSkeletonUnicodeString(kChecker.get(), 0, text, skeleton, &status);
  Require(status);
  return skeleton;
}

// What stands for the same letter becomes the same.
char16_t SignAsLetter(char16_t c) {
  constexpr std::u16string_view kSigns = u"013456789@$!|l";
  constexpr std::u16string_view kLetters = u"oieasgtbgasiii";
  const size_t at = kSigns.find(c);
  return at == kSigns.npos ? c : kLetters[at];
}

icu::UnicodeString Leet(const icu::UnicodeString& text) {
  icu::UnicodeString plain = CaseFoldedNfkc(Skeleton(CaseFoldedNfkc(text)));
  for (int32_t i = 0; i < plain.length(); ++i) {
    plain.setCharAt(i, SignAsLetter(plain.charAt(i)));
  }
  plain = Squeeze(plain);
  icu::UnicodeString once;
  for (int32_t i = 0; i < plain.length(); ++i) {
    if (i == 0 || plain.charAt(i) != plain.charAt(i - 1)) {
      once.append(plain.charAt(i));
    }
  }
  return once;
}

icu::UnicodeString Fold(PeerFolding folding, const icu::UnicodeString& text) {
  switch (folding) {
    case PeerFolding::kAsciiLower:
      return AsciiLower(text);
    case PeerFolding::kSkeleton:
      return Skeleton(icu::UnicodeString(text).foldCase());
    case PeerFolding::kSqueezed:
      return Squeeze(CaseFoldedNfkc(text));
    case PeerFolding::kLeet:
      return Leet(text);
  }
  return text;
}

bool InWord(UChar32 c) {
  constexpr uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(c) & kWord) != 0;
}

// The words with one space before, between and after them, so that a term lies
// in a text exactly when its words do.
std::string WordsOf(const std::string& folded) {
  const auto text = icu::UnicodeString::fromUTF8(folded);
  icu::UnicodeString words(u' ');
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (InWord(c)) {
      words.append(c);
    } else if (!words.endsWith(u' ')) {
      words.append(u' ');
    }
  }
  if (!words.endsWith(u' ')) words.append(u' ');
  std::string bytes;
  return words.toUTF8String(bytes);
}

}  // namespace

std::string FoldForPeer(PeerFolding folding, std::string_view text) {
  const auto raw = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::UnicodeString folded = Fold(folding, raw);
  std::string bytes;
  return folded.toUTF8String(bytes);
}

TermSearch::TermSearch(PeerFolding folding, Bounds bounds,
                       const std::vector<std::string>& terms)
    : folding_(folding), bounds_(bounds) {
  for (const std::string& term : terms) terms_.push_back(Prepare(term));
}

bool TermSearch::Finds(std::string_view text) const {
  const std::string prepared = Prepare(text);
  return std::any_of(terms_.begin(), terms_.end(), [&](const auto& term) {
    return prepared.find(term) != prepared.npos;
  });
}

std::string TermSearch::Prepare(std::string_view text) const {
  const std::string folded = FoldForPeer(folding_, text);
  return bounds_ == Bounds::kWords ? WordsOf(folded) : folded;
}

}  // namespace saring::quality
