#include "normalizer/run.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace saring {
namespace {

void AddEdge(Run run, Step step, uint32_t from, uint32_t to, size_t text_begin,
             Lattice* lattice) {
  Word word;
  word.from = from;
  word.to = to;
  word.begin = run.front().begin;
  word.end = run.back().end;
  word.text_begin = static_cast<uint32_t>(text_begin);
  word.text_size = static_cast<uint32_t>(lattice->letters.size() - text_begin);
  word.step = step;
  const std::string_view letters = lattice->text(word);
  word.figures = std::all_of(letters.begin(), letters.end(),
                             [](char c) { return '0' <= c && c <= '9'; });
  lattice->words.push_back(word);
}

}  // namespace

void AddWord(Run run, Step step, uint32_t from, uint32_t to,
             std::string_view letters, Lattice* lattice) {
  const size_t text_begin = lattice->letters.size();
  lattice->letters.append(letters);
  AddEdge(run, step, from, to, text_begin, lattice);
}

void AddWord(Run run, Step step, uint32_t from, uint32_t to, Lattice* lattice) {
  const size_t text_begin = lattice->letters.size();
  lattice->letters.resize(text_begin + run.size());
  char* next = lattice->letters.data() + text_begin;
  for (const FoldedChar& c : run) {
    if (c.code >= 0x80) break;
    *next++ = static_cast<char>(c.code);
  }
  const auto ascii = static_cast<size_t>(next - lattice->letters.data());
  lattice->letters.resize(ascii);
  for (const FoldedChar& c : run.subspan(ascii - text_begin)) {
    char bytes[U8_MAX_LENGTH];
    size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c.code);
    lattice->letters.append(bytes, size);
  }
  AddEdge(run, step, from, to, text_begin, lattice);
}

}  // namespace saring
