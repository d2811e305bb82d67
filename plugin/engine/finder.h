// Finds evidence: terms of lists, less what their exceptions excuse.

#ifndef SARING_PLUGIN_ENGINE_FINDER_H_
#define SARING_PLUGIN_ENGINE_FINDER_H_

#include <string_view>

#include "plugin/engine/evidence.h"
#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"

namespace saring {

// Whether some telling term may be found in `text`: if not, and if no other
// field tells either, no rule can fire. REQUIRES: field is kTitle or
// kDescription
bool MayTell(const Ruleset& ruleset, EvidenceField field, std::string_view text,
             Scratch* scratch);

// The same of a title that is all there is to look at but for the hits of
// attributes, which are in scratch->evidence: whether some rule may fire.
bool MayFire(const Ruleset& ruleset, Asked asked, std::string_view title,
             Scratch* scratch);

// Finds every term in a text that one of these was asked about last.
void MatchReadText(const Ruleset& ruleset, EvidenceField field,
                   std::string_view text, Scratch* scratch);

// Reads `text` as `lexicon` says into the field's lattice and finds every term
// in it. REQUIRES: field is kTitle or kDescription
void MatchText(const Ruleset& ruleset, const Lexicon& lexicon,
               EvidenceField field, std::string_view text, Scratch* scratch);

// Makes hits of what MatchText() found of the lists that are wanted, adds them
// to scratch->evidence, and tells those that an exception excuses.
void GatherHits(const Ruleset& ruleset, EvidenceField field, Scratch* scratch);

// Adds the hit of each list for which `text`, as a whole, is evidence.
// REQUIRES: field is kCategory or kCondition
void FindInAttribute(const Ruleset& ruleset, EvidenceField field,
                     std::string_view text, Scratch* scratch);

// Brings scratch->evidence into the order that it promises. Call it last.
void SortEvidence(Evidence* evidence);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_FINDER_H_
