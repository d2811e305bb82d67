// Turns marketplace text into the words that policies are written in.

#ifndef SARING_NORMALIZER_NORMALIZER_H_
#define SARING_NORMALIZER_NORMALIZER_H_

#include <memory>
#include <string_view>

#include "normalizer/lattice.h"
#include "normalizer/lexicon.h"

namespace saring {

// Working memory of a call, reused between calls. One call at a time.
class NormalizerScratch;

// Reads text, in this order:
//   1. repair   each byte that is not part of well-formed UTF-8 becomes a space
//   2. fold     NFKC case folding; invisible and bidi characters, and marks on
//               Latin, Greek and Cyrillic letters, are dropped; small capitals,
//               enclosed, squared and flag letters become letters
//   3. split    a word is a longest run of letters, marks and digits; an
//               ideograph is a word of its own
//   4. read     words with look-alike letters of other scripts, and words in
//               which the style of the letters changes, get further readings
//
// For every input, well-formed UTF-8 or not:
//   - what lattice.h promises holds;
//   - reading the letters of a word again gives that one word.
// ASCII text never enters ICU. Time and memory are linear in the text.
//
// Thread safety: immutable after construction; threads may share one if each
// brings its own scratch and lattice.
class Normalizer {
 public:
  // Throws std::runtime_error if ICU's data cannot be loaded.
  Normalizer();

  // Replaces the contents of *lattice. Without a lexicon only written words are
  // given. REQUIRES: text.size() < 2^31
  void Read(std::string_view text, const Lexicon* lexicon,
            NormalizerScratch* scratch, Lattice* lattice) const;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_NORMALIZER_H_
