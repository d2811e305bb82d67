// How what comes in from C is taken, and what does not get out.

#ifndef SARING_PLUGIN_C_API_GUARD_H_
#define SARING_PLUGIN_C_API_GUARD_H_

#include <cstddef>
#include <new>
#include <string_view>

#include "saring/saring.h"

// Runs `body`, which returns a saring_status, and lets nothing escape from it.
// Every exception of the library ends here; nothing else catches one that it
// did not expect.
template <typename Body>
saring_status Guard(Body body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return SARING_NO_MEMORY;
  } catch (...) {
    return SARING_INTERNAL;
  }
}

inline bool IsText(const char* text, size_t size) {
  return text != nullptr || size == 0;
}

inline std::string_view View(const char* text, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(text, size);
}

#endif  // SARING_PLUGIN_C_API_GUARD_H_
