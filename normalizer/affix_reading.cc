#include "normalizer/affix_reading.h"

#include <algorithm>

namespace saring {
namespace {

// Each after those that it ends with.
constexpr std::string_view kEndings[] = {"ku",     "mu",    "nya",    "lah",
                                         "kah",    "pun",   "nyalah", "nyakah",
                                         "nyapun", "kulah", "mulah"};

// Wearing or having something.
constexpr std::string_view kBeginning = "ber";

constexpr size_t kShortestRest = 3;
constexpr size_t kShortestAfterBeginning = 4;

}  // namespace

bool IsEnding(Run run) {
  return std::any_of(
      std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) {
        return std::equal(run.begin(), run.end(), ending.begin(), ending.end(),
                          [](const FoldedChar& c, char letter) {
                            return c.code == static_cast<char32_t>(letter);
                          });
      });
}

bool ReadAffixed(Run run, std::string_view letters, uint32_t from, uint32_t to,
                 const Lexicon& lexicon, Lattice* lattice) {
  const auto read = [&](std::string_view rest) {
    if (rest.size() < kShortestRest || !lexicon.IsTermWord(rest)) return false;
    AddWord(run, Step::kAffix, from, to, rest, lattice);
    return true;
  };
  for (const std::string_view ending : kEndings) {
    if (!letters.ends_with(ending)) continue;
    if (read(letters.substr(0, letters.size() - ending.size()))) return true;
  }
  return letters.starts_with(kBeginning) &&
         letters.size() >= kBeginning.size() + kShortestAfterBeginning &&
         read(letters.substr(kBeginning.size()));
}

}  // namespace saring
