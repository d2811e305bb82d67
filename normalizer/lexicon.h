// What the normalizer asks about words.

#ifndef SARING_NORMALIZER_LEXICON_H_
#define SARING_NORMALIZER_LEXICON_H_

#include <cstdint>
#include <string_view>

#include "normalizer/beginnings.h"
#include "normalizer/lattice.h"
#include "normalizer/next_groups.h"
#include "normalizer/word_index.h"

namespace saring {

// Whether a text may begin to be of interest at a word.
enum class Cue : uint8_t {
  kNone,
  kWithMore,  // not without the word behind it
  kAlone,
};

// What is known of one word.
struct KnownWord {
  uint32_t number = 0;         // NumberOf()
  Cue cue = Cue::kNone;        // CueOf(), as a word that is no figures
  Groups next = 0;             // of a term's word: NextGroups()
  bool is_short_form = false;  // MeaningOf() is not empty
  // Told of words with no number only: IsOrdinary() and IsPiece().
  bool is_ordinary = false, is_piece = false;
};

// The words that a caller looks for, and those that it wants left alone. The
// normalizer keeps another reading of a word only where it lands on one of the
// former, so that foreign text costs nothing, and never re-reads one of the
// latter. All words are folded.
//
// Thread safety: const methods may be called from any number of threads.
class Lexicon {
 public:
  virtual ~Lexicon() = default;

  // The number of `word`, if it is a word of some term; else 0.
  virtual uint32_t NumberOf(std::string_view word) const = 0;
  bool IsTermWord(std::string_view word) const { return NumberOf(word) != 0; }

  // Tells apart all lexicons of a process that read differently, if what is
  // read by this one may be remembered; 0 if not.
  virtual uint64_t serial() const { return 0; }

  // How what the caller looks for first may begin with `word`, which has its
  // number: a text without cues is nothing to it.
  virtual Cue CueOf(const Word& word) const {
    return word.number != 0 || word.figures ? Cue::kAlone : Cue::kNone;
  }

  // What the caller looks for first may begin with where a cue is one with
  // more.
  virtual const Beginnings& beginnings() const {
    static const Beginnings none;
    return none;
  }

  // Whether `word` alone is evidence that some rule asks for, and not only what
  // excuses or a part of a phrase.
  virtual bool IsNeeded(std::string_view word) const {
    return IsTermWord(word);
  }

  // An index of all words of terms.
  virtual const WordIndex& index() const = 0;

  // Whether `word` means itself, and so is never read as another one.
  virtual bool IsOrdinary(std::string_view) const { return false; }

  // Whether `word` is a whole word of the language, or ordinary. It is not read
  // as another one, but for a term's word with what hangs on it; and words that
  // are written together are cut at these as well as at words of terms.
  virtual bool IsPiece(std::string_view word) const { return IsOrdinary(word); }

  // Whether IsPiece() knows the language. Where it does not, a word that it
  // does not know may be any: it is read less boldly, and guesses land on words
  // that are needed only.
  virtual bool KnowsLanguage() const { return true; }

  // Whether to read words by `step` in every way there is, however little it
  // proves: for finding what speaks for a text of which other words were
  // disguised so. Asked for digits, masked letters and slips.
  virtual bool IsBold(Step) const { return false; }

  // The words that a declared abbreviation stands for, with a space between;
  // empty if `word` is none.
  virtual std::string_view MeaningOf(std::string_view) const { return {}; }

  // All of this at once, of a word of ASCII.
  virtual KnownWord Know(std::string_view word) const {
    const uint32_t number = NumberOf(word);
    const bool is_term = number != 0;
    return {.number = number,
            .cue = CueOf({.number = number, .step = Step::kWritten}),
            .next = is_term ? NextGroups(index(), WordIndex::HashOf(word)) : 0,
            .is_short_form = !MeaningOf(word).empty(),
            .is_ordinary = !is_term && IsOrdinary(word),
            .is_piece = !is_term && IsPiece(word)};
  }

  // Whether two words of terms are evidence of the very same lists: then it
  // does not matter which of them was meant.
  virtual bool InSameLists(std::string_view a, std::string_view b) const {
    return a == b;
  }
};

}  // namespace saring

#endif  // SARING_NORMALIZER_LEXICON_H_
