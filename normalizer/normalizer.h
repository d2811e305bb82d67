// Turns marketplace text into the words that policies are written in.

#ifndef SARING_NORMALIZER_NORMALIZER_H_
#define SARING_NORMALIZER_NORMALIZER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "normalizer/lattice.h"
#include "normalizer/lexicon.h"
#include "normalizer/scratch.h"

namespace saring {

// Raised with every change by which some text may give other words: whoever
// keeps what he concluded from the words of a text has to look at it again.
constexpr uint32_t kNormalizerVersion = 3;

// In bytes. The letters of all readings then stay within 32-bit offsets.
constexpr size_t kLongestText = size_t{1} << 27;

// Reads text, in this order:
//   1. repair   each byte that is not part of well-formed UTF-8 becomes a space
//   2. fold     NFKC case folding; invisible and bidi characters, and marks on
//               Latin, Greek and Cyrillic letters, are dropped; small capitals,
//               enclosed, squared and flag letters become letters
//   3. split    a word is a longest run of letters, marks and digits; an
//               ideograph or a kana is a word of its own
//   4. read     what a lexicon does not know gets further readings, of which
//               those that it knows are kept: see word_reading.h for those of
//               one word, and spaced_, fragment_ and symbol_reading.h for those
//               of several
//
// For every input, well-formed UTF-8 or not:
//   - what lattice.h promises holds;
//   - reading the letters of a word again, without a lexicon, gives that one
//     word.
// ASCII text never enters ICU. Time and memory are linear in the text.
//
// Thread safety: immutable after construction; threads may share one if each
// brings its own scratch and lattice.
class Normalizer {
 public:
  // Throws std::runtime_error if ICU's data cannot be loaded.
  Normalizer();

  // Replaces the contents of *lattice. Without a lexicon only written words are
  // given. REQUIRES: text.size() < kLongestText
  void Read(std::string_view text, const Lexicon* lexicon,
            NormalizerScratch* scratch, Lattice* lattice) const;

  // The same in two steps, for a caller who may be content with a path. The
  // first leaves it in scratch->units; the second is given what the first
  // returned, and the same text, lexicon and scratch, not used since.
  // REQUIRES: lexicon.serial() != 0
  TextShape Resolve(std::string_view text, const Lexicon& lexicon,
                    NormalizerScratch* scratch) const;
  void Build(TextShape shape, std::string_view text, const Lexicon& lexicon,
             NormalizerScratch* scratch, Lattice* lattice) const;

  // The same by the plain path: whole, and remembering nothing.
  void ReadWhole(std::string_view text, const Lexicon* lexicon,
                 NormalizerScratch* scratch, Lattice* lattice) const;

 private:
  Forms forms_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_NORMALIZER_H_
