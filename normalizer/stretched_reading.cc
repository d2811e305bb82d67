#include "normalizer/stretched_reading.h"

#include <algorithm>

namespace saring {
namespace {

// Ways to shorten one word: as many as five repeated letters have.
constexpr uint32_t kMostShortened = 32;

size_t RepeatedAt(Run run, size_t at) {
  size_t end = at + 1;
  while (end < run.size() && run[end].code == run[at].code) ++end;
  return end - at;
}

// Bit i of `single` says that repetition i is one letter, else it is two.
// Returns the number of repetitions, or -1 if some letter is not ASCII's.
int Shorten(Run run, uint32_t single, std::string* letters) {
  letters->clear();
  int repetitions = 0;
  for (size_t i = 0; i < run.size();) {
    if (run[i].code >= 0x80) return -1;
    const size_t times = RepeatedAt(run, i);
    const bool twice = times > 1 && ((single >> repetitions) & 1) == 0;
    if (times > 1) ++repetitions;
    letters->append(twice ? 2 : 1, static_cast<char>(run[i].code));
    i += times;
  }
  return repetitions;
}

}  // namespace

bool IsStretched(Run run) {
  int doubled = 0;
  for (size_t i = 0; i < run.size();) {
    const size_t times = RepeatedAt(run, i);
    if (times > 2) return true;
    if (times == 2 && run[i].Is(Kind::kLetter)) ++doubled;
    i += times;
  }
  return doubled >= 2;
}

bool IsStretchedOrdinary(Run run, const Lexicon& lexicon,
                         std::string* letters) {
  const int repetitions = Shorten(run, 0, letters);
  for (uint32_t single = 0; single < kMostShortened; ++single) {
    if (repetitions < 5 && (single >> std::max(repetitions, 0)) != 0) break;
    if (Shorten(run, single, letters) < 0) return false;
    if (letters->size() > 3 && lexicon.IsPiece(*letters) &&
        !lexicon.IsTermWord(*letters)) {
      return true;
    }
  }
  return false;
}

}  // namespace saring
