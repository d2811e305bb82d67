#include "normalizer/ascii.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace saring {
namespace {

enum : uint8_t { kOther = 0, kSmallLetter = 1, kCapital = 2, kDigit = 3 };

struct Table {
  std::array<uint8_t, 128> kind{};
  std::array<char, 128> folded{};
};

constexpr Table MakeTable() {
  Table table;
  for (char c = 'a'; c <= 'z'; ++c) {
    const auto small = static_cast<size_t>(c);
    const size_t capital = small - ('a' - 'A');
    table.kind[small] = kSmallLetter;
    table.kind[capital] = kCapital;
    table.folded[small] = table.folded[capital] = c;
  }
  for (char c = '0'; c <= '9'; ++c) {
    table.kind[static_cast<size_t>(c)] = kDigit;
    table.folded[static_cast<size_t>(c)] = c;
  }
  return table;
}

constexpr Table kTable = MakeTable();

uint8_t KindAt(std::string_view text, size_t i) {
  return kTable.kind[static_cast<uint8_t>(text[i])];
}

void FoldWord(std::string_view text, size_t begin, size_t end,
              std::vector<FoldedChar>* chars) {
  chars->clear();
  for (size_t i = begin; i < end; ++i) {
    const auto code = static_cast<char32_t>(text[i]);
    const char folded = kTable.folded[static_cast<size_t>(code)];
    const auto at = static_cast<uint32_t>(i);
    chars->push_back({static_cast<uint32_t>(folded),
                      static_cast<uint32_t>(KindOf(code)),
                      static_cast<uint32_t>(CaseOf(code)), false, at, at + 1});
  }
}

void AddPlainWord(std::string_view text, size_t begin, size_t end,
                  Lattice* lattice) {
  std::string& letters = lattice->letters;
  Word word;
  word.from = lattice->node_count - 1;
  word.to = lattice->node_count++;
  word.begin = static_cast<uint32_t>(begin);
  word.end = static_cast<uint32_t>(end);
  word.text_begin = static_cast<uint32_t>(letters.size());
  word.text_size = static_cast<uint32_t>(end - begin);
  letters.append(text, begin, end - begin);
  for (char& c : std::span(letters).subspan(word.text_begin)) {
    c = kTable.folded[static_cast<size_t>(c)];
  }
  lattice->words.push_back(word);
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

void SplitAscii(std::string_view text, const Lexicon* lexicon,
                std::vector<FoldedChar>* chars, ReadingBuffers* buffers,
                Lattice* lattice) {
  for (size_t i = 0; i < text.size();) {
    uint8_t last = KindAt(text, i);
    if (last == kOther) {
      ++i;
      continue;
    }
    const size_t begin = i;
    bool changes = false;
    while (++i < text.size()) {
      const uint8_t kind = KindAt(text, i);
      if (kind == kOther) break;
      changes |= last == kSmallLetter && kind == kCapital;
      last = kind;
    }
    if (changes && lexicon != nullptr) {
      FoldWord(text, begin, i, chars);
      AddRun(*chars, lexicon, buffers, lattice);
    } else {
      AddPlainWord(text, begin, i, lattice);
    }
  }
}

}  // namespace saring
