// Reads text unit by unit, and each unit only once: the fast path.

#ifndef SARING_NORMALIZER_UNIT_READER_H_
#define SARING_NORMALIZER_UNIT_READER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/byte_map.h"
#include "normalizer/fold.h"
#include "normalizer/open_ends.h"
#include "normalizer/plain_word.h"
#include "normalizer/splitter.h"
#include "normalizer/stretches.h"
#include "normalizer/unit_cache.h"
#include "normalizer/unit_finder.h"

namespace saring {

// What a text of units is.
enum class TextShape : uint8_t {
  kPath,     // words in a row, none of which is read as another
  kBraid,    // units in a row, some of which read in several ways
  kJoined,   // as a path or a braid, but some words go over several units
  kLattice,  // others may, too, which are known only when it is built
  kWhole,    // it must be read whole: what stands around a unit matters to it
};

// Working memory, with what is remembered from text to text.
struct UnitBuffers {
  ByteMap map;
  UnitCache cache;
  Stretches stretches;
  uint64_t seed = 0;  // of the cache's keys; drawn when it is first needed
  KeySeed keys{0};    // of the seed and the lexicon that read last

  // Of the text that was resolved last.
  std::vector<Unit> units;
  std::vector<UnitReading> readings;
  size_t unit_count = 0;    // of both
  uint32_t word_count = 0;  // as written
  bool are_words = false;   // each unit is one word, as written
  // Where words are cues, alone or with what stands behind them: see Lexicon.
  // Where there are none, and no joined words, the text is nothing to it.
  std::span<const uint32_t> cues;  // units, in order
  Joints joints;
  // Of kJoined, by beginning: the words over several units; maybe some more.
  std::span<const JoinedWord> joined;
  OpenEndBuffers open_ends;
  std::vector<uint32_t> cue_marks, other_marks, follower_marks;  // units

  // Of a unit that is read anew.
  std::string text;
  std::vector<FoldedChar> chars;
  FoldBuffers fold;
  PlainBuffers plain;
  ReadingBuffers reading;
  Lattice lattice;
  std::vector<OpenLetters> ends;
  UnitEdges edges;
};

// What a word is read as depends on its unit alone, but for letters spaced
// apart, words cut in two, ditto marks, bidi overrides and a mark on a
// separator.
//
// Finds the units of `text` and how each reads: of a path or a braid, these are
// all of its words, and of what is joined with the joined words. Time is linear
// in the text.
// REQUIRES: lexicon.serial() != 0
TextShape ResolveUnits(const Forms& forms, std::string_view text,
                       const Lexicon& lexicon, UnitBuffers* buffers);

// Adds the words of the text that was resolved last to *lattice, which is
// clear, as Normalizer::Read() promises. REQUIRES: it is not kWhole
void BuildLattice(const Forms& forms, std::string_view text,
                  const Lexicon& lexicon, UnitBuffers* buffers,
                  Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_READER_H_
