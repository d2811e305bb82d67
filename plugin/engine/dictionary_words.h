// What a policy's dictionaries tell the readings.

#ifndef SARING_PLUGIN_ENGINE_DICTIONARY_WORDS_H_
#define SARING_PLUGIN_ENGINE_DICTIONARY_WORDS_H_

#include <string>

#include "config/fault.h"
#include "config/policy.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Adds every form of the policy's dictionaries, looked for in `folder`, to
// *language, as words that are not re-read. Those with a term's word in them
// and what hangs on it (bajunya) are read without it all the same, unless that
// is an accident: beruang, a bear, is nothing with uang.
//
// A dictionary that is missing or broken becomes a warning. With
// one missing, or without any, the readings are less bold.
// REQUIRES: lists and reading words are compiled
void CompileDictionaries(const Policy& policy, const std::string& folder,
                         Ruleset* ruleset, Vocabulary::Language* language,
                         FaultList* faults);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_DICTIONARY_WORDS_H_
