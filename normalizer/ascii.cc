#include "normalizer/ascii.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace saring {
namespace {

// What each character folds to, but for its place.
using Table = std::array<FoldedChar, 128>;

Table MakeTable() {
  Table table{};
  for (char32_t c = 0; c < table.size(); ++c) {
    const Case letter_case = CaseOf(c);
    const char32_t folded = letter_case == Case::kCapital ? c + ('a' - 'A') : c;
    table[c].code = static_cast<uint32_t>(folded);
    table[c].kind = static_cast<uint32_t>(KindOf(folded));
    table[c].letter_case = static_cast<uint32_t>(letter_case);
  }
  return table;
}

}  // namespace

bool IsAscii(std::string_view text) {
  uint64_t any = 0;
  size_t i = 0;
  for (; i + sizeof any <= text.size(); i += sizeof any) {
    uint64_t eight;
    std::memcpy(&eight, text.data() + i, sizeof eight);
    any |= eight;
  }
  for (; i < text.size(); ++i) any |= static_cast<uint8_t>(text[i]);
  return (any & 0x8080808080808080u) == 0;
}

void FoldAscii(std::string_view text, std::vector<FoldedChar>* out) {
  static const Table table = MakeTable();
  out->resize(text.size());
  FoldedChar* next = out->data();
  for (size_t i = 0; i < text.size(); ++i, ++next) {
    *next = table[static_cast<uint8_t>(text[i])];
    next->begin = static_cast<uint32_t>(i);
    next->end = static_cast<uint32_t>(i + 1);
  }
}

void FoldText(const Forms& forms, std::string_view text, FoldBuffers* buffers,
              std::vector<FoldedChar>* out) {
  if (IsAscii(text)) {
    FoldAscii(text, out);
  } else {
    out->clear();
    Fold(forms, text, buffers, out);
  }
}

}  // namespace saring
