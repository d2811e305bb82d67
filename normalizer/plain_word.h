// Reads plain words, which are nearly all words, the short way.

#ifndef SARING_NORMALIZER_PLAIN_WORD_H_
#define SARING_NORMALIZER_PLAIN_WORD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/joined_cut.h"
#include "normalizer/lexicon.h"
#include "normalizer/unit_cache.h"

namespace saring {

// Working memory, and beside the reading what is open at the word's end.
struct PlainBuffers {
  std::vector<OpenLetters> ends;
  JoinedBuffers joined;
  std::string letters;
};

// How a unit of `word` reads, whose letters are all capital, all small, or
// small but for the first, if it has no word but itself: what ReadLoneUnit()
// says. Nothing if it may have more, as few do: then that must be asked.
// REQUIRES: small letters and digits of ASCII only; one up to kLongestReading
std::optional<UnitReading> ReadPlainWord(std::string_view word,
                                         const Lexicon& lexicon,
                                         PlainBuffers* buffers);

}  // namespace saring

#endif  // SARING_NORMALIZER_PLAIN_WORD_H_
