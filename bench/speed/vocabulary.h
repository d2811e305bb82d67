// Words to make titles, queries and terms of.

#ifndef SARING_BENCH_SPEED_VOCABULARY_H_
#define SARING_BENCH_SPEED_VOCABULARY_H_

#include <string>
#include <vector>

#include "bench/speed/dice.h"

namespace saring::speed {

using Strings = std::vector<std::string>;

// Distinct lower-case words of the letters a to z.
struct Vocabulary {
  Strings frequent;  // in titles, the most frequent first
  Strings rare;      // of a dictionary, in any order, but none of the fifty
                     // most frequent: no policy prohibits those alone

  // A word of `frequent`, the first ones far more often than the last.
  const std::string& Frequent(Dice* dice) const;
};

// The words of `titles`, and the Indonesian dictionary of hunspell at `path`.
// Where titles or dictionary lack words, made ones stand in for them.
Vocabulary MakeVocabulary(
    const Strings& titles,
    const std::string& path = "/usr/share/hunspell/id_ID.dic");

// A word of syllables, 2 to 4 of them.
std::string MadeWord(Dice* dice);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_VOCABULARY_H_
