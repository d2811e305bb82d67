#include "normalizer/doubling_reading.h"

#include <algorithm>
#include <string>

#include "normalizer/affix_reading.h"
#include "normalizer/digit_reading.h"

namespace saring {
namespace {

constexpr size_t kLongestDoubled = 32;
constexpr std::string_view kAn = "an";

void AddTwice(Run run, size_t first, std::string_view once,
              std::string_view again, uint32_t from, Lattice* lattice) {
  AddWord(run.first(first), Step::kDoubling, from, from + 1, once, lattice);
  AddWord(run, Step::kDoubling, from, from + 2, once, lattice);
  AddWord(run.subspan(first), Step::kDoubling, from + 1, from + 2, again,
          lattice);
}

// The term's word that `word` is, or that its figures, or its letters once
// each, make of it; or empty.
std::string TermOf(std::string_view word, const Lexicon& lexicon) {
  std::string term(word);
  if (lexicon.IsTermWord(term)) return term;
  ReadDigitsAsLetters(&term);
  if (lexicon.IsTermWord(term)) return term;
  term.assign(word);
  term.erase(std::unique(term.begin(), term.end()), term.end());
  return lexicon.IsTermWord(term) ? term : std::string();
}

}  // namespace

uint32_t ReadDoubling(Run run, std::string_view letters, uint32_t from,
                      const Lexicon& lexicon, Lattice* lattice) {
  const size_t two = letters.find('2');
  if (two == std::string_view::npos || two < kShortestDoubled ||
      two > kLongestDoubled || letters.size() != run.size()) {
    return 0;
  }
  const std::string_view rest = letters.substr(two + 1);
  if (!rest.empty() && rest != kAn && !IsEnding(run.subspan(two + 1))) return 0;
  const std::string word = TermOf(letters.substr(0, two), lexicon);
  if (word.empty()) return 0;
  const std::string with_an = word + std::string(kAn);
  const bool longer = rest == kAn && lexicon.IsTermWord(with_an);
  AddTwice(run, two, word, longer ? with_an : word, from, lattice);
  return 2;
}

uint32_t ReadDitto(Run run, std::string_view letters, uint32_t from,
                   const Lexicon& lexicon, Lattice* lattice) {
  const Run word = run.first(run.size() - 1);
  // After figures it stands for inches.
  if (!std::all_of(word.begin(), word.end(),
                   [](const FoldedChar& c) { return c.Is(Kind::kLetter); }) ||
      word.size() < kShortestDoubled || !lexicon.IsTermWord(letters)) {
    return 1;
  }
  AddTwice(run, word.size(), letters, letters, from, lattice);
  return 2;
}

}  // namespace saring
