// Going through memory faster than a processor does by itself.

#ifndef SARING_NORMALIZER_FETCH_AHEAD_H_
#define SARING_NORMALIZER_FETCH_AHEAD_H_

#include <cstdint>

namespace saring {

// Says that what lies a page behind `at`, if anything does, will be read soon.
// Processors fetch ahead, but not beyond the page at which they are: loops over
// tables of many megabytes take half the time with this.
inline void FetchAhead(const void* at) {
  constexpr uintptr_t kPage = 4096;
  __builtin_prefetch(
      reinterpret_cast<const void*>(reinterpret_cast<uintptr_t>(at) + kPage));
}

}  // namespace saring

#endif  // SARING_NORMALIZER_FETCH_AHEAD_H_
