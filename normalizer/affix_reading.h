// A term's word with what Indonesian hangs on it: bajunya, jaketku, berbaju.

#ifndef SARING_NORMALIZER_AFFIX_READING_H_
#define SARING_NORMALIZER_AFFIX_READING_H_

#include <functional>
#include <string_view>

#include "normalizer/lexicon.h"
#include "normalizer/run.h"

namespace saring {

// Whether `run` is nothing but clitics that may end a word.
bool IsEnding(Run run);

// `letters` without the clitics that end them, or empty if there are none.
std::string_view WithoutEnding(std::string_view letters);

// In how many ways something may be taken off a word.
inline constexpr size_t kMostRests = 12;

// The first rest of `letters`, without what may hang on a word, that
// is_wanted(); empty if there is none. They come in one order, whatever is
// wanted.
std::string_view FindRest(
    std::string_view letters,
    const std::function<bool(std::string_view)>& is_wanted);

// The term's word in `letters` without what hangs on it, or empty.
std::string_view WithoutAffix(std::string_view letters, const Lexicon& lexicon);

// Adds the term's word in `letters`, which are those of `run`, without what
// hangs on it, as an edge from node `from` to node `to`. Only a closed list is
// taken off: -i and -kan would make bekas of Bekasi. Returns whether there was
// one.
bool ReadAffixed(Run run, std::string_view letters, uint32_t from, uint32_t to,
                 const Lexicon& lexicon, Lattice* lattice);

}  // namespace saring

#endif  // SARING_NORMALIZER_AFFIX_READING_H_
