// What the normalizer asks about words.

#ifndef SARING_NORMALIZER_LEXICON_H_
#define SARING_NORMALIZER_LEXICON_H_

#include <string_view>

namespace saring {

// The words that a caller looks for. The normalizer keeps another reading of a
// word only where it lands on one of them, so that foreign and ordinary text
// costs nothing and is never bent into something it is not.
//
// Thread safety: const methods may be called from any number of threads.
class Lexicon {
 public:
  virtual ~Lexicon() = default;

  // Whether `word`, folded, is a word of some term.
  virtual bool IsTermWord(std::string_view word) const = 0;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_LEXICON_H_
