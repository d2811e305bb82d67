#include "normalizer/slip_reading.h"

#include <algorithm>

namespace saring {
namespace {

// Where nobody knows the words of the language: most slips in shorter ones are
// other words.
constexpr size_t kShortestUnknown = 7;

}  // namespace

bool ReadSlip(Run run, std::string_view letters, uint32_t from, uint32_t to,
              const Lexicon& lexicon, Lattice* lattice) {
  const SlipIndex::Meant meant = lexicon.index().slips().Find(letters);
  if (meant.size == 0 || meant.too_many) return false;
  if (!lexicon.KnowsLanguage() && letters.size() < kShortestUnknown) {
    return false;
  }
  const auto begin = meant.words.begin();
  const auto end = begin + static_cast<long>(meant.size);
  // Letters swapped are all there; nothing else is so easily typed.
  const auto swapped = [&](std::string_view word) {
    return std::is_permutation(word.begin(), word.end(), letters.begin(),
                               letters.end());
  };
  std::string_view word = *std::min_element(begin, end);
  if (std::count_if(begin, end, swapped) == 1) {
    word = *std::find_if(begin, end, swapped);
  } else if (!std::all_of(begin, end, [&](std::string_view other) {
               return other == word || lexicon.InSameLists(word, other);
             })) {
    return false;
  }
  if (!lexicon.KnowsLanguage() && !lexicon.IsNeeded(word)) return false;
  AddWord(run, Step::kSlip, from, to, word, lattice);
  return true;
}

}  // namespace saring
