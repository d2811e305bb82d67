// Reads letters of other scripts as the Latin ones that they look like.

#ifndef SARING_NORMALIZER_LOOK_ALIKE_READING_H_
#define SARING_NORMALIZER_LOOK_ALIKE_READING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// A longer stretch is not read in another way: no term's word is so long.
constexpr size_t kLongestReading = 64;

// Of one stretch, so that letters of many values cost a bounded time.
constexpr int kMostTried = 64;
constexpr int kMostKept = 8;

struct LookAlikeBuffers {
  std::vector<std::string_view> values;  // of each letter
  std::vector<uint8_t> chosen;           // index of the value tried
  std::string letters;
};

// Adds each reading of `run` that is a term's word, as an edge from node `from`
// to node `to`, and returns how many. A run of plain ASCII has none.
int ReadLookAlikes(Run run, uint32_t from, uint32_t to, const Lexicon& lexicon,
                   LookAlikeBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_LOOK_ALIKE_READING_H_
