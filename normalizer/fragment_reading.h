// Words cut in two or more: ke meja, sec-ond, pul au win.

#ifndef SARING_NORMALIZER_FRAGMENT_READING_H_
#define SARING_NORMALIZER_FRAGMENT_READING_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "normalizer/letter_walk.h"
#include "normalizer/written_words.h"

namespace saring {

// In letters: of the words that are read, and of those that are no fragments.
constexpr size_t kShortestFragmented = 4;
constexpr size_t kShortestWhole = 4;

// Adds the term's words of five letters or more that neighbouring words make up
// together, and those of four letters that are cut in halves, as edges over
// these, at the end of the lattice. The first and the last may be stuck to
// another word, if that looks different (diGa-ruda). Not where all of them are
// whole words of four letters or more, nor where one is a lone letter of a
// longer run of such: that is read as a whole or not at all.
void ReadFragments(const WrittenText& text, const Lexicon& lexicon,
                   WalkBuffers* walk, std::string* piece, Lattice* lattice);

// The same, only for those that begin with one of the words `starts`.
void ReadFragmentsFrom(std::span<const uint32_t> starts,
                       const WrittenText& text, const Lexicon& lexicon,
                       WalkBuffers* walk, std::string* piece, Lattice* lattice);

// Finds where reading on after the end of `text` may make a term's word of some
// words of it and the next: the letters so far, each once. False
// if there are too many to tell.
bool FindOpenEnds(const WrittenText& text, const Lexicon& lexicon,
                  WalkBuffers* walk, std::string* piece,
                  std::vector<OpenLetters>* ends);

}  // namespace saring

#endif  // SARING_NORMALIZER_FRAGMENT_READING_H_
