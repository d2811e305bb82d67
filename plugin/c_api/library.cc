// The C ABI: the library itself.

#include "saring/saring.h"

const char* saring_version(void) { return SARING_VERSION; }

uint32_t saring_abi(void) { return SARING_ABI; }

const char* saring_status_text(saring_status status) {
  switch (status) {
    case SARING_OK:
      return "ok";
    case SARING_INVALID_ARGUMENT:
      return "invalid argument";
    case SARING_BAD_POLICY:
      return "the policy has faults";
    case SARING_NO_MEMORY:
      return "out of memory";
    case SARING_INTERNAL:
      return "internal fault of libsaring";
    case SARING_NOT_SAVED:
      return "the file could not be written";
  }
  return "unknown status";
}
