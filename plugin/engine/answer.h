// What a query gets when rules fire on it.

#ifndef SARING_PLUGIN_ENGINE_ANSWER_H_
#define SARING_PLUGIN_ENGINE_ANSWER_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/engine/evidence.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/verdict.h"

namespace saring {

// Working memory.
struct AnswerBuffers {
  std::vector<ListId> without;
  std::vector<std::pair<uint32_t, uint32_t>> ranges;
};

// Fills `answer` and `answer_text` of a verdict on the query `text`: of the
// fired rules' answers empty wins, then without, then clean. Without leaves out
// every piece of evidence of every list that a fired rule names; when no word
// is left, the answer is empty. REQUIRES: evidence is sorted
void AnswerQuery(const Ruleset& ruleset, std::string_view text,
                 const Evidence& evidence, AnswerBuffers* buffers,
                 Verdict* verdict);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_ANSWER_H_
