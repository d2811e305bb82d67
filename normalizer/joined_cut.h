// Cuts words that are written together: kemejabekasmurah.

#ifndef SARING_NORMALIZER_JOINED_CUT_H_
#define SARING_NORMALIZER_JOINED_CUT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/lexicon.h"

namespace saring {

// In letters: of all words together, and of each that is some term's.
constexpr size_t kShortestJoined = 6;
constexpr size_t kShortestTerm = 3;

struct JoinedPiece {
  uint32_t begin, end;  // letters
  bool is_term;         // else whatever stands between
};

// Working memory.
struct JoinedBuffers {
  struct Edge {
    uint32_t begin, end;
    bool is_term;
  };
  std::vector<Edge> terms;  // words of terms in the letters, by begin
  std::vector<Edge> edges;  // and ordinary ones
  std::vector<uint32_t> from_left, from_right, cover;  // by place
  std::vector<JoinedPiece> pieces;                     // the outcome
};

// Whether to cut at words of terms alone, or at ordinary words as well.
enum class CutAt : uint8_t { kTermsOnly, kAnyWords };

// Finds the words of terms in `letters`, of ASCII. False if there are none, or
// if they are a word themselves: then there is nothing to cut.
bool FindJoined(std::string_view letters, const Lexicon& lexicon,
                JoinedBuffers* buffers);

// After FindJoined() cuts the same `letters` into words of terms of three
// letters or more and ordinary words of four or more, as few as there can be.
// Every cut into as few must agree on a term's word, else it proves nothing:
// bekasibarat is bekas and ibarat, or Bekasi and barat. The pieces are the
// words that all cuts agree on and what stands between these; true if there are
// any, and two that are needed where nobody knows the language.
bool CutJoined(std::string_view letters, CutAt cut, const Lexicon& lexicon,
               JoinedBuffers* buffers);

}  // namespace saring

#endif  // SARING_NORMALIZER_JOINED_CUT_H_
