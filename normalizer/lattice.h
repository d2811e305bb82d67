// The words of a text, in every way that they may be read.

#ifndef SARING_NORMALIZER_LATTICE_H_
#define SARING_NORMALIZER_LATTICE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saring {

// How a word came to be read as it is, the bolder the later.
enum class Step : uint8_t {
  kWritten,       // as it stands, after folding
  kLookAlike,     // letters of other scripts that look like these
  kBoundary,      // cut where the style of the letters, or small to capital,
                  // changes, or where an invisible character stands
  kAffix,         // without what hangs on it: bajunya
  kAbbreviation,  // a short form that the policy declares
  kDoubling,      // a figure 2 or a ditto mark: baju2
  kReversed,      // turned round by a right-to-left override
  kStretched,     // drawn-out letters: bekasss
  kOldSpelling,   // badjoe
  kDigits,        // digits and signs for letters: b3k4s
  kMasked,        // a star for a letter: b*kas
  kSpaced,        // letters set apart: b e k a s
  kFragments,     // cut in two or more: be kas
  kJoined,        // words written together
  kSlip,          // one slip of the finger
};

// "as written", "look-alike letters", ...: for people, in English.
std::string_view StepName(Step step);

// One way to read one stretch of text: an edge of the lattice.
struct Word {
  uint32_t from = 0, to = 0;    // nodes, from < to
  uint32_t begin = 0, end = 0;  // bytes [begin, end) of the original text
  uint32_t text_begin = 0, text_size = 0;  // in Lattice::letters
  uint32_t number = 0;                     // what the lexicon calls it
  Step step = Step::kWritten;
  bool figures = false;  // of ASCII, and nothing else
};

// The written words of a text run from node 0 to the last node; other readings
// of them stand beside them, over the same or several of the same nodes. A word
// that is cut has inner nodes: it spans them as written, and its pieces lead
// from one to the next. A reading may have more bytes than the words beside it:
// those of a currency sign that it takes for a letter.
//
// Always true:
//   - words are ordered by `from`, and from < to < node_count;
//   - every word has letters and a non-empty range of bytes;
//   - in order of nodes, ranges are in order too. They coincide where one
//     character folds to several words;
//   - the words of step kWritten tile the nodes: for each there is exactly one
//     path from node 0 to the last node.
//
// Owned and reused by one caller at a time.
struct Lattice {
  std::vector<Word> words;
  uint32_t node_count = 1;
  std::string letters;  // UTF-8: among others, the folded letters of all words

  std::string_view text(const Word& word) const {
    return {letters.data() + word.text_begin, word.text_size};
  }
  void Clear() {
    words.clear();
    letters.clear();
    node_count = 1;
  }
};

}  // namespace saring

#endif  // SARING_NORMALIZER_LATTICE_H_
