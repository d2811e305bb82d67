// Answers as they travel in the C ABI.

#ifndef SARING_PLUGIN_C_API_ANSWER_NUMBER_H_
#define SARING_PLUGIN_C_API_ANSWER_NUMBER_H_

#include <cstdint>

#include "plugin/engine/verdict.h"
#include "saring/saring.h"

inline uint32_t AnswerNumber(saring::Answer::Kind answer) {
  switch (answer) {
    case saring::Answer::Kind::kClean:
      return SARING_CLEAN;
    case saring::Answer::Kind::kWithout:
      return SARING_WITHOUT;
    case saring::Answer::Kind::kEmpty:
      return SARING_EMPTY;
  }
  return SARING_CLEAN;
}

#endif  // SARING_PLUGIN_C_API_ANSWER_NUMBER_H_
