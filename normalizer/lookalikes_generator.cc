// Writes the table of lookalikes.cc, from the confusable classes of ICU's spoof
// checker and from lookalikes_by_hand.h. Run by the build.
//
// A skeleton is only ever compared, never used as text: that of m is rn, and
// that of 1 is l.

#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "normalizer/fold.h"
#include "normalizer/lookalikes_by_hand.h"

namespace saring {
namespace {

constexpr size_t kMostReads = 4;

void Check(UErrorCode error) {
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
}

std::string Utf8(UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  return std::string(bytes, static_cast<size_t>(size));
}

class Generator {
 public:
  Generator() : forms_(LoadForms()) {
    UErrorCode error = U_ZERO_ERROR;
    checker_.reset(uspoof_open(&error));
    Check(error);
    for (UChar32 c = '0'; c <= 'z'; ++c) {
      if (u_isalnum(c)) latin_[Skeleton(c)].push_back(c);
    }
  }

  void Run(FILE* out) {
    for (const HandRow& row : kByHand) {
      for (const char32_t key : FoldedCodes(row.letters)) {
        for (const char* read = row.reads; *read != 0; ++read) Put(key, *read);
      }
    }
    for (UChar32 c = 0x80; c <= UCHAR_MAX_VALUE; ++c) AddConfusables(c);
    Write(out);
  }

 private:
  struct CloseChecker {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
  };

  std::vector<char32_t> FoldedCodes(const std::string& text) {
    std::vector<FoldedChar> folded;
    Fold(forms_, text, &buffers_, &folded);
    std::vector<char32_t> codes;
    for (const FoldedChar& c : folded) codes.push_back(c.code);
    return codes;
  }

  // Without marks: a letter with a stroke through it is still that letter.
  std::u16string Skeleton(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    char16_t source[2];
    int32_t size = 0;
    U16_APPEND_UNSAFE(source, size, c);
    char16_t skeleton[64];
    const int32_t skeleton_size =
        uspoof_getSkeleton(checker_.get(), 0, source, size, skeleton,
                           static_cast<int32_t>(std::size(skeleton)), &error);
    Check(error);
    std::u16string kept;
    for (int32_t i = 0; i < skeleton_size;) {
      UChar32 part;
      const int32_t begin = i;
      U16_NEXT(skeleton, i, skeleton_size, part);
      if (IsNonspacingMark(static_cast<char32_t>(part))) continue;
      kept.append(skeleton + begin, static_cast<size_t>(i - begin));
    }
    return kept;
  }

  void AddConfusables(UChar32 c) {
    if (!u_isdefined(c) || U_IS_SURROGATE(c) ||
        u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH)) {
      return;
    }
    const std::vector<char32_t> key = FoldedCodes(Utf8(c));
    if (key.size() != 1 || key[0] < 0x80) return;
    const Kind kind = KindOf(key[0]);
    if (kind == Kind::kSeparator || kind == Kind::kMark) return;
    const auto same = latin_.find(Skeleton(c));
    if (same == latin_.end()) return;
    for (const UChar32 letter : same->second) {
      Put(key[0], static_cast<char>(u_tolower(letter)));
    }
  }

  void Put(char32_t key, char read) {
    if (key < 0x80) throw std::runtime_error("a row for ASCII");
    std::string& reads = table_[key];
    if (reads.find(read) == std::string::npos) reads.push_back(read);
  }

  void Write(FILE* out) {
    std::fputs("constexpr Row kTable[] = {\n", out);
    for (auto& [key, reads] : table_) {
      const auto digits = std::stable_partition(reads.begin(), reads.end(),
                                                [](char c) { return c > '9'; });
      if (digits != reads.begin()) reads.erase(digits, reads.end());
      if (reads.size() > kMostReads) {
        throw std::runtime_error("too many letters look like one");
      }
      std::fprintf(out, "    {0x%X, \"%s\"},\n", static_cast<unsigned>(key),
                   reads.c_str());
    }
    std::fputs("};\n", out);
  }

  Forms forms_;
  FoldBuffers buffers_;
  std::unique_ptr<USpoofChecker, CloseChecker> checker_;
  std::map<std::u16string, std::vector<UChar32>> latin_;
  std::map<char32_t, std::string> table_;
};

}  // namespace
}  // namespace saring

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    std::unique_ptr<FILE, int (*)(FILE*)> out(std::fopen(argv[1], "w"),
                                              std::fclose);
    if (out == nullptr) throw std::runtime_error(argv[1]);
    saring::Generator().Run(out.get());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
}
