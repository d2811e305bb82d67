#include "normalizer/slip_reading.h"

#include <algorithm>
#include <span>

namespace saring {
namespace {

// Where nobody knows the words of the language: most slips in shorter ones are
// other words.
constexpr size_t kShortestUnknown = 7;

// Of `words`, which are not empty, those that were meant; none if nobody can
// tell.
std::span<std::string_view> Meant(std::span<std::string_view> words,
                                  std::string_view letters, Slips which,
                                  const Lexicon& lexicon) {
  const auto swapped =
      std::partition(words.begin(), words.end(), [&](std::string_view word) {
        return std::is_permutation(word.begin(), word.end(), letters.begin(),
                                   letters.end());
      });
  if (swapped == words.begin() + 1) return words.first(1);
  if (which == Slips::kSwaps) return {};
  std::sort(words.begin(), words.end());
  const auto all = [&](auto are_alike) {
    return std::all_of(
        words.begin() + 1, words.end(),
        [&](std::string_view word) { return are_alike(words[0], word); });
  };
  if (all([&](auto a, auto b) { return lexicon.InSameLists(a, b); })) {
    return words.first(1);
  }
  return all([](auto a, auto b) { return b.starts_with(a); })
             ? words
             : std::span<std::string_view>();
}

}  // namespace

bool ReadSlip(Run run, std::string_view letters, Slips which, uint32_t from,
              uint32_t to, const Lexicon& lexicon, SlipIndex::Meant* meant,
              Lattice* lattice) {
  SlipIndex::Meant& found = *meant;
  if (found.size == 0 || found.too_many) return false;
  const bool knows = lexicon.KnowsLanguage();
  if (!knows && letters.size() < kShortestUnknown) return false;
  bool landed = false;
  for (const std::string_view word :
       Meant({found.words.data(), found.size}, letters, which, lexicon)) {
    if (!knows && !lexicon.IsNeeded(word)) continue;
    AddWord(run, Step::kSlip, from, to, word, lattice);
    landed = true;
  }
  return landed;
}

}  // namespace saring
