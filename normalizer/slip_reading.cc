#include "normalizer/slip_reading.h"

#include <algorithm>
#include <span>

namespace saring {
namespace {

// Where nobody knows the words of the language: most slips in shorter ones are
// other words.
constexpr size_t kShortestUnknown = 7;

}  // namespace

bool ReadSlip(Run run, std::string_view letters, Slips which, uint32_t from,
              uint32_t to, const Lexicon& lexicon, Lattice* lattice) {
  SlipIndex::Meant meant = lexicon.index().slips().Find(letters);
  if (meant.size == 0 || meant.too_many) return false;
  if (!lexicon.KnowsLanguage() && letters.size() < kShortestUnknown) {
    return false;
  }
  const std::span words(meant.words.data(), meant.size);
  const auto swapped =
      std::partition(words.begin(), words.end(), [&](std::string_view word) {
        return std::is_permutation(word.begin(), word.end(), letters.begin(),
                                   letters.end());
      });
  if (swapped == words.begin() + 1) {
    AddWord(run, Step::kSlip, from, to, words[0], lattice);
    return true;
  }
  if (which == Slips::kSwaps) return false;
  std::sort(words.begin(), words.end());
  const auto all = [&](auto are_alike) {
    return std::all_of(
        words.begin() + 1, words.end(),
        [&](std::string_view word) { return are_alike(words[0], word); });
  };
  const bool same_lists =
      all([&](auto a, auto b) { return lexicon.InSameLists(a, b); });
  if (same_lists) {
    AddWord(run, Step::kSlip, from, to, words[0], lattice);
    return true;
  }
  if (!all([](auto a, auto b) { return b.starts_with(a); })) return false;
  for (const std::string_view word : words) {
    AddWord(run, Step::kSlip, from, to, word, lattice);
  }
  return true;
}

}  // namespace saring
