// The spelling of before 1972: badjoe, tjelana, sjal.

#ifndef SARING_NORMALIZER_OLD_SPELLING_READING_H_
#define SARING_NORMALIZER_OLD_SPELLING_READING_H_

#include <string_view>

#include "normalizer/run.h"

namespace saring {

struct OldSpelling {
  std::string_view written, meant;
  bool first;  // may begin a word: else it is a name of today (Joyo)
};

constexpr OldSpelling kOldSpellings[] = {
    {"oe", "u", true},  {"dj", "j", true},  {"tj", "c", true},
    {"nj", "ny", true}, {"sj", "sy", true}, {"ch", "kh", true},
    {"j", "y", false},
};

// Whether some letters of `run` may be spelled the old way.
bool MayBeOldSpelling(Run run);

}  // namespace saring

#endif  // SARING_NORMALIZER_OLD_SPELLING_READING_H_
