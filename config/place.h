// Where something stands in a policy.

#ifndef SARING_CONFIG_PLACE_H_
#define SARING_CONFIG_PLACE_H_

#include <cstdint>

namespace saring {

// A place within a policy's files, small enough for a million terms. `file` is
// an index into Policy::files; line and column count from 1, 0 is the whole
// file.
struct Place {
  uint32_t file = 0;
  uint32_t line = 0;
  uint32_t column = 0;
};

}  // namespace saring

#endif  // SARING_CONFIG_PLACE_H_
