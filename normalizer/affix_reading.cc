#include "normalizer/affix_reading.h"

#include <algorithm>

namespace saring {
namespace {

// Each after those that it ends with.
constexpr std::string_view kEndings[kMostRests - 1] = {
    "ku",     "mu",     "nya",    "lah",   "kah",  "pun",
    "nyalah", "nyakah", "nyapun", "kulah", "mulah"};

constexpr std::string_view kLastLetters = "uahn";

// Wearing or having something.
constexpr std::string_view kBeginning = "ber";

// Few words end in a clitic: those that do, end in one of these.
bool MayEnd(std::string_view letters) {
  return !letters.empty() &&
         kLastLetters.find(letters.back()) != kLastLetters.npos;
}

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

std::string_view WithoutEnding(std::string_view letters) {
  if (!MayEnd(letters)) return {};
  size_t longest = 0;
  for (const std::string_view ending : kEndings) {
    if (letters.ends_with(ending)) longest = std::max(longest, ending.size());
  }
  return longest == 0 ? std::string_view()
                      : letters.substr(0, letters.size() - longest);
}

std::string_view FindRest(
    std::string_view letters,
    const std::function<bool(std::string_view)>& is_wanted) {
  const bool may_end = MayEnd(letters);
  for (const std::string_view ending : kEndings) {
    if (!may_end) break;
    if (!letters.ends_with(ending)) continue;
    const auto rest = letters.substr(0, letters.size() - ending.size());
    if (rest.size() >= kShortestRest && is_wanted(rest)) return rest;
  }
  if (!letters.starts_with(kBeginning)) return {};
  const std::string_view rest = letters.substr(kBeginning.size());
  return rest.size() >= kShortestAfterBeginning && is_wanted(rest)
             ? rest
             : std::string_view();
}

std::string_view WithoutAffix(std::string_view letters,
                              const Lexicon& lexicon) {
  return FindRest(
      letters, [&](std::string_view rest) { return lexicon.IsTermWord(rest); });
}

bool ReadAffixed(Run run, std::string_view letters, uint32_t from, uint32_t to,
                 const Lexicon& lexicon, Lattice* lattice) {
  const std::string_view rest = WithoutAffix(letters, lexicon);
  if (rest.empty()) return false;
  AddWord(run, Step::kAffix, from, to, rest, lattice);
  return true;
}

}  // namespace saring
