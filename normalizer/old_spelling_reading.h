// The spelling of before 1972: badjoe, tjelana, sjal.

#ifndef SARING_NORMALIZER_OLD_SPELLING_READING_H_
#define SARING_NORMALIZER_OLD_SPELLING_READING_H_

#include <string_view>

#include "normalizer/run.h"

namespace saring {

struct OldSpelling {
  std::string_view written, meant;
};

constexpr OldSpelling kOldSpellings[] = {
    {"oe", "u"},  {"dj", "j"},  {"tj", "c"}, {"nj", "ny"},
    {"sj", "sy"}, {"ch", "kh"}, {"j", "y"},
};

// Whether some letters of `run` may be spelled the old way.
bool MayBeOldSpelling(Run run);

}  // namespace saring

#endif  // SARING_NORMALIZER_OLD_SPELLING_READING_H_
