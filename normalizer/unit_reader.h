// Reads text unit by unit, and each unit only once: the fast path.

#ifndef SARING_NORMALIZER_UNIT_READER_H_
#define SARING_NORMALIZER_UNIT_READER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/byte_map.h"
#include "normalizer/fold.h"
#include "normalizer/open_ends.h"
#include "normalizer/splitter.h"
#include "normalizer/unit_cache.h"

namespace saring {

// Working memory, with what is remembered from text to text.
struct UnitBuffers {
  ByteMap map;
  UnitCache cache;
  uint64_t seed = 0;  // of the cache's keys; drawn when it is first needed

  std::vector<Unit> units;  // of the text

  // Of a unit that is read anew.
  std::string text;
  std::vector<FoldedChar> chars;
  FoldBuffers fold;
  ReadingBuffers reading;
  Lattice lattice;
  std::vector<WordIndex::Hash> ends;

  OpenEndBuffers open_ends;
};

// A unit is a longest run of letters, digits, signs that may stand for letters
// (@ $ ! | + ( *) and whatever is not ASCII; all else separates units. What a
// word is read as depends on its unit alone, but for letters spaced apart,
// words cut in two, ditto marks, bidi overrides and a mark on a separator.
//
// Replaces *lattice, as Normalizer::Read() promises, unless some of these may
// matter here: then returns false, and the text must be read whole. Time is
// linear in the text. REQUIRES: lexicon.serial() != 0
bool ReadUnits(const Forms& forms, std::string_view text,
               const Lexicon& lexicon, UnitBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_READER_H_
