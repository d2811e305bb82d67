#include "normalizer/splitter.h"

#include <algorithm>
#include <tuple>

#include "normalizer/doubling_reading.h"
#include "normalizer/fragment_reading.h"
#include "normalizer/spaced_reading.h"
#include "normalizer/symbol_reading.h"

namespace saring {
namespace {

constexpr char32_t kDitto = '"';

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

// Adds `run`, one word as written, and its readings. `next` is what follows it,
// if that is a ditto mark, else empty.
void AddRun(Run run, Run with_ditto, const Lexicon* lexicon,
            WordBuffers* buffers, Lattice* lattice) {
  const uint32_t from = lattice->node_count - 1;
  const size_t written = lattice->words.size();
  AddWord(run, Step::kWritten, from, from + 1, lattice);
  uint32_t nodes = 1;
  if (lexicon != nullptr) {
    nodes = ReadWord(run, from, *lexicon, buffers, lattice);
    if (!with_ditto.empty() && nodes == 1) {
      nodes = ReadDitto(with_ditto, buffers->written, from, *lexicon, lattice);
    }
  }
  lattice->words[written].to = from + nodes;
  lattice->node_count = from + nodes + 1;
}

void AddWords(std::span<const FoldedChar> text, const Lexicon* lexicon,
              ReadingBuffers* buffers, Lattice* lattice) {
  bool in_quotes = false;
  for (size_t at = 0; at < text.size();) {
    if (!text[at].IsWordChar()) {
      if (text[at].code == kDitto) in_quotes = !in_quotes;
      ++at;
      continue;
    }
    const size_t end = at + FirstWord(text.subspan(at));
    const Run run = text.subspan(at, end - at);
    const bool ditto =
        !in_quotes && end < text.size() && text[end].code == kDitto;
    const uint32_t from = lattice->node_count - 1;
    AddRun(run, ditto ? text.subspan(at, run.size() + 1) : Run(), lexicon,
           &buffers->word, lattice);
    // The mark is spent: it opens no quotation.
    if (ditto) in_quotes = true;
    if (lexicon != nullptr) {
      buffers->words.push_back({static_cast<uint32_t>(at),
                                static_cast<uint32_t>(end), from,
                                lattice->node_count - 1, run.size() == 1});
    }
    at = end;
  }
}

// A piece of a word that was cut is no mistyped word: secon ds.
void DropSlipsInFragments(Lattice* lattice) {
  std::vector<Word>& words = lattice->words;
  uint32_t covered = 0;
  size_t kept = 0;
  size_t group = 0;  // begins with the words from this node
  for (size_t i = 0; i < words.size(); ++i) {
    for (; group < words.size() && words[group].from <= words[i].from;
         ++group) {
      if (words[group].step == Step::kFragments) {
        covered = std::max(covered, words[group].to);
      }
    }
    if (words[i].step == Step::kSlip && words[i].to <= covered) continue;
    words[kept++] = words[i];
  }
  words.resize(kept);
}

// Letters are in the order in which words were added.
bool Earlier(const Word& a, const Word& b) {
  return std::tie(a.from, a.text_begin) < std::tie(b.from, b.text_begin);
}

void SortWords(Lattice* lattice) {
  std::vector<Word>& words = lattice->words;
  if (std::is_sorted(words.begin(), words.end(), Earlier)) return;
  std::sort(words.begin(), words.end(), Earlier);
}

// Replaces *words by the written words of `lattice`, no two of which share a
// character, as characters of `text`.
void FindWritten(std::span<const FoldedChar> text, const Lattice& lattice,
                 std::vector<WrittenWord>* words) {
  words->clear();
  uint32_t at = 0;
  for (const Word& word : lattice.words) {
    if (word.step != Step::kWritten) continue;
    while (text[at].begin < word.begin || !text[at].IsWordChar()) ++at;
    const uint32_t begin = at;
    while (at < text.size() && text[at].begin < word.end &&
           text[at].IsWordChar()) {
      ++at;
    }
    words->push_back({begin, at, word.from, word.to, at == begin + 1});
  }
}

// Says what the lexicon calls the words from `first` on.
void NumberFrom(size_t first, const Lexicon& lexicon, Lattice* lattice) {
  for (size_t i = first; i < lattice->words.size(); ++i) {
    Word& word = lattice->words[i];
    word.number = lexicon.NumberOf(lattice->text(word));
  }
}

// The text around a run of lone letters decides how it is read.
bool HasLoneRun(const WrittenText& text) {
  size_t run = 0;
  for (const WrittenWord& word : text.words) {
    run = word.lone ? run + 1 : 0;
    if (run >= kFewestSpaced) return true;
  }
  return false;
}

// Brings the words behind the first `in_order` to their places. They are few.
void SortLast(size_t in_order, Lattice* lattice) {
  const auto begin = lattice->words.begin();
  for (auto word = begin + static_cast<std::ptrdiff_t>(in_order);
       word != lattice->words.end(); ++word) {
    std::rotate(std::upper_bound(begin, word, *word, Earlier), word, word + 1);
  }
}

}  // namespace

void SplitPart(std::span<const FoldedChar> text, const Lexicon& lexicon,
               ReadingBuffers* buffers, Lattice* lattice) {
  buffers->words.clear();
  AddWords(text, &lexicon, buffers, lattice);
  ReadSymbols({text, buffers->words}, lexicon, &buffers->word, lattice);
  SortWords(lattice);
}

bool JoinWithin(std::span<const FoldedChar> text, const Lexicon& lexicon,
                ReadingBuffers* buffers, Lattice* lattice) {
  const WrittenText written = {text, buffers->words};
  const size_t before = lattice->words.size();
  ReadSpaced(written, lexicon, &buffers->word, lattice);
  if (lattice->words.size() > before || HasLoneRun(written)) return false;
  ReadFragments(written, lexicon, &buffers->word.walk, &buffers->word.other,
                lattice);
  if (lattice->words.size() == before) return true;
  // A lone letter at an end may be one of a run.
  if (written.words.front().lone || written.words.back().lone) return false;
  NumberFrom(before, lexicon, lattice);
  SortWords(lattice);
  DropSlipsInFragments(lattice);
  return true;
}

void JoinParts(std::span<const FoldedChar> text, const Joints& joints,
               const Lexicon& lexicon, ReadingBuffers* buffers,
               Lattice* lattice) {
  FindWritten(text, *lattice, &buffers->words);
  const size_t in_order = lattice->words.size();
  const WrittenText written = {text, buffers->words};
  WordBuffers& word_buffers = buffers->word;
  if (joints.spaced) ReadSpaced(written, lexicon, &word_buffers, lattice);
  if (joints.anywhere) {
    ReadFragments(written, lexicon, &word_buffers.walk, &word_buffers.other,
                  lattice);
  } else {
    ReadFragmentsFrom(joints.starts, written, lexicon, &word_buffers.walk,
                      &word_buffers.other, lattice);
  }
  NumberFrom(in_order, lexicon, lattice);
  if (lattice->words.size() == in_order) return;
  SortLast(in_order, lattice);
  DropSlipsInFragments(lattice);
}

void DropLoneAbbreviation(Lattice* lattice) {
  if (lattice->node_count != 2) return;
  std::erase_if(lattice->words, [](const Word& word) {
    return word.step == Step::kAbbreviation;
  });
}

void Split(std::span<const FoldedChar> text, const Lexicon* lexicon,
           ReadingBuffers* buffers, Lattice* lattice) {
  buffers->words.clear();
  AddWords(text, lexicon, buffers, lattice);
  if (lexicon == nullptr) return;
  if (buffers->words.size() == 1) DropLoneAbbreviation(lattice);
  const WrittenText written = {text, buffers->words};
  ReadSymbols(written, *lexicon, &buffers->word, lattice);
  WordBuffers& word = buffers->word;
  ReadSpaced(written, *lexicon, &word, lattice);
  ReadFragments(written, *lexicon, &word.walk, &word.other, lattice);
  SortWords(lattice);
  DropSlipsInFragments(lattice);
}

}  // namespace saring
