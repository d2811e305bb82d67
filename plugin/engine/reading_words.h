// What a policy says about how words are read.

#ifndef SARING_PLUGIN_ENGINE_READING_WORDS_H_
#define SARING_PLUGIN_ENGINE_READING_WORDS_H_

#include "config/fault.h"
#include "config/policy.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Adds the policy's abbreviations to the vocabulary of *ruleset, and its own
// ordinary words to *language. Tells those that fold to nothing, short forms of
// several words, and meanings that no term mentions. REQUIRES: the lists are
// compiled
void CompileReadingWords(const Policy& policy, Ruleset* ruleset,
                         Vocabulary::Language* language, FaultList* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_READING_WORDS_H_
