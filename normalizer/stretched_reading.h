// Letters drawn out: bekasss, bbekkas.

#ifndef SARING_NORMALIZER_STRETCHED_READING_H_
#define SARING_NORMALIZER_STRETCHED_READING_H_

#include <string>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// Whether a character of `run` stands three times in a row, or two letters
// twice: a single doubled letter is a name as often as not (Kaoss, Kokko).
bool IsStretched(Run run);

// Whether `run`, stretched, is an ordinary word drawn out: bekasiii. `letters`
// is working memory.
bool IsStretchedOrdinary(Run run, const Lexicon& lexicon, std::string* letters);

}  // namespace saring

#endif  // SARING_NORMALIZER_STRETCHED_READING_H_
