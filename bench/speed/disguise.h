// Titles in which nothing is written plainly.

#ifndef SARING_BENCH_SPEED_DISGUISE_H_
#define SARING_BENCH_SPEED_DISGUISE_H_

#include "bench/speed/vocabulary.h"

namespace saring::speed {

enum class Letters {
  kAscii,  // digits for letters, letters repeated, dots between letters
  kAll     // those; look-alikes, full-width letters, zero-width characters
};

// `titles` with every word of two or more letters disguised, each in a way of
// its own. What is not a letter of ASCII stays.
Strings Disguised(const Strings& titles, Letters letters, uint64_t seed);

// For each text of `like` a clean one of as many bytes, of words of `clean`,
// all ASCII.
Strings OfLengthsOf(const Strings& like, const Strings& clean);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_DISGUISE_H_
