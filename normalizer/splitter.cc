#include "normalizer/splitter.h"

#include <algorithm>

namespace saring {
namespace {

// The length of the first word of `text`, which begins with one.
size_t FirstWord(std::span<const FoldedChar> text) {
  // Marks belong to the ideograph before them.
  const bool ideograph = text.front().Is(Kind::kIdeograph);
  size_t size = 1;
  while (size < text.size() && (text[size].Is(Kind::kMark) ||
                                (!ideograph && text[size].IsWordChar() &&
                                 !text[size].Is(Kind::kIdeograph)))) {
    ++size;
  }
  return size;
}

void AddStretch(Run stretch, const Lexicon* lexicon, ReadingBuffers* buffers,
                Lattice* lattice) {
  const uint32_t from = lattice->node_count - 1;
  const size_t first_whole = lattice->words.size();
  const bool has_symbols =
      std::any_of(stretch.begin(), stretch.end(),
                  [](const FoldedChar& c) { return c.Is(Kind::kSymbol); });
  int wholes = 0;
  if (has_symbols && lexicon != nullptr &&
      std::any_of(stretch.begin(), stretch.end(),
                  [](const FoldedChar& c) { return c.IsWordChar(); })) {
    // Where it ends is known when its words are in place.
    wholes = ReadLookAlikes(stretch, from, from, *lexicon,
                            &buffers->look_alikes, lattice);
  }
  while (!stretch.empty()) {
    if (!stretch.front().IsWordChar()) {
      stretch = stretch.subspan(1);
      continue;
    }
    const size_t size = FirstWord(stretch);
    AddRun(stretch.first(size), lexicon, buffers, lattice);
    stretch = stretch.subspan(size);
  }
  for (int i = 0; i < wholes; ++i) {
    lattice->words[first_whole + static_cast<size_t>(i)].to =
        lattice->node_count - 1;
  }
}

}  // namespace

void AddRun(Run run, const Lexicon* lexicon, ReadingBuffers* buffers,
            Lattice* lattice) {
  const uint32_t from = lattice->node_count - 1;
  const size_t written = lattice->words.size();
  uint32_t to = from + 1;
  AddWord(run, Step::kWritten, from, to, lattice);
  if (lexicon != nullptr &&
      !lexicon->IsTermWord(lattice->text(lattice->words[written])) &&
      ReadLookAlikes(run, from, to, *lexicon, &buffers->look_alikes, lattice) ==
          0) {
    const uint32_t pieces =
        ReadPieces(run, from, *lexicon, &buffers->boundaries,
                   &buffers->look_alikes, lattice);
    if (pieces > 0) to = from + pieces;
    lattice->words[written].to = to;
  }
  lattice->node_count = to + 1;
}

void Split(std::span<const FoldedChar> text, const Lexicon* lexicon,
           ReadingBuffers* buffers, Lattice* lattice) {
  const auto separates = [](const FoldedChar& c) {
    return c.Is(Kind::kSeparator);
  };
  auto at = text.begin();
  while (at != text.end()) {
    const auto begin = std::find_if_not(at, text.end(), separates);
    at = std::find_if(begin, text.end(), separates);
    if (begin != at) AddStretch({begin, at}, lexicon, buffers, lattice);
  }
}

}  // namespace saring
