// Text as folded characters, each with the bytes it came from.

#ifndef SARING_NORMALIZER_FOLD_H_
#define SARING_NORMALIZER_FOLD_H_

#include <unicode/unorm2.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/characters.h"
#include "normalizer/decoder.h"

namespace saring {

struct FoldedChar {
  uint32_t code : 21;
  uint32_t kind : 3;         // a Kind
  uint32_t letter_case : 2;  // a Case: that of the character it came from
  uint32_t styled : 1;       // so does this: see IsStyled()
  uint32_t reversed : 1;     // a right-to-left override was in force
  uint32_t after_gap : 1;    // an invisible character was dropped before it
  uint32_t begin, end;       // bytes [begin, end) of the text

  bool Is(Kind k) const { return kind == static_cast<uint32_t>(k); }
  bool Is(Case c) const { return letter_case == static_cast<uint32_t>(c); }
  bool IsWordChar() const {
    return !Is(Kind::kSeparator) && !Is(Kind::kSymbol);
  }
};

// ICU's forms. Owned by ICU, which keeps them for ever.
struct Forms {
  const UNormalizer2* fold;  // NFKC case folding
  const UNormalizer2* decomposed;
  const UNormalizer2* composed;
};

// Throws std::runtime_error if ICU's data cannot be loaded.
Forms LoadForms();

// What a character folds to that stands by itself, whatever stands around it.
struct LoneFold {
  char32_t code = 0;  // 0: of no character
  bool carries_idle_marks = false;
  uint8_t marks = 0;             // at its end
  uint32_t begin = 0, size = 0;  // in FoldBuffers::lone_chars
};

// Working memory. What was asked of ICU is kept from text to text.
struct FoldBuffers {
  // Of one segment: characters that combine with each other.
  std::vector<SourceChar> segment;
  std::u16string source, folded, decomposed, stripped;
  std::vector<LoneFold> lone;          // by the lowest bits of the code
  std::vector<FoldedChar> lone_chars;  // but for their place
};

// The most characters that a byte of text counts for once it is folded, whether
// it begins a character or not.
constexpr size_t MostFolded(unsigned char byte) {
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 3;
  return byte == 0xE2 ? 5 : 18;
}

// Appends the folded characters of `text` to *out, in order of their ranges.
// The characters that one segment folds to have the range of the segment.
// Folding what came out once more changes nothing.
void Fold(const Forms& forms, std::string_view text, FoldBuffers* buffers,
          std::vector<FoldedChar>* out);

}  // namespace saring

#endif  // SARING_NORMALIZER_FOLD_H_
