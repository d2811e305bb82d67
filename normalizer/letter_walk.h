// Reads characters as the letters that they may stand for.

#ifndef SARING_NORMALIZER_LETTER_WALK_H_
#define SARING_NORMALIZER_LETTER_WALK_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// A set of steps.
using StepSet = uint32_t;
constexpr StepSet Just(Step step) { return 1u << static_cast<uint32_t>(step); }

// The boldest of a set that is not empty: Step is in that order.
Step BoldestOf(StepSet steps);

// All that changes letters.
constexpr StepSet kLetterSteps = Just(Step::kLookAlike) |
                                 Just(Step::kStretched) | Just(Step::kDigits) |
                                 Just(Step::kMasked) | Just(Step::kOldSpelling);

struct WalkRules {
  StepSet steps = 0;              // those that may be taken
  bool across_gaps = false;       // pass over what separates words
  bool ends_early = false;        // land wherever a word ends
  bool parts = false;             // and where its letters change their looks
  bool affixed = false;           // land before the clitics that end a word
  size_t shortest_of_digits = 4;  // of words with digits for letters
  // Gets the letters of walks that come to the end of the run and
  // may go on beyond it, if the run is a part of a longer text.
  std::vector<OpenLetters>* open_ends = nullptr;
};

// A term's word that characters were read as.
struct Landing {
  uint32_t size;                   // characters read
  StepSet steps;                   // taken
  uint32_t text_begin, text_size;  // in WalkBuffers::found
};

struct WalkBuffers {
  std::string letters;  // tried so far
  std::string found;    // of all landings
  std::vector<Landing> landings;

  std::string_view text(const Landing& landing) const {
    return {found.data() + landing.text_begin, landing.text_size};
  }
};

// No term's word is so long, in characters with what stands between them.
constexpr size_t kLongestReading = 64;
constexpr size_t kLongestGap = 6;

// Letters tried in one walk, and readings kept of it. Nearly every walk ends
// after a few letters, where no term's word begins so.
constexpr int kMostTried = 512;
constexpr size_t kMostKept = 8;

// Tries the letters that the characters at the beginning of `run` may stand
// for, and replaces buffers->landings by those that make up a term's word by
// one or two kinds of steps, look-alikes not counted. What is written plainly
// is no landing, but where a gap was passed. Returns whether all was tried.
bool WalkLetters(Run run, const WalkRules& rules, const Lexicon& lexicon,
                 WalkBuffers* buffers);

// The steps that the letters of `run`, one word, give reason to take. Figures
// in a number pattern, and letters that are not drawn out, stay as they are.
StepSet StepsFor(Run run);

// Adds each way to read all of `run` by `rules`, with or without clitics, as an
// edge from node `from` to node `to`, and returns how many.
int ReadLetters(Run run, WalkRules rules, uint32_t from, uint32_t to,
                const Lexicon& lexicon, WalkBuffers* buffers, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_LETTER_WALK_H_
