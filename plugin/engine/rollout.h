// Which of the rules that fire are enforced, and what a reviewer or a budget
// makes of the verdict.

#ifndef SARING_PLUGIN_ENGINE_ROLLOUT_H_
#define SARING_PLUGIN_ENGINE_ROLLOUT_H_

#include <cstdint>
#include <string_view>

#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"

namespace saring {

// Whether what is known by `key` lies in the rule's sample: whether a number
// below 10,000 lies below the share. The number is the rest of a hash: FNV-1a,
// 64 bits, over the rule's id, a zero byte and the key, then the finalizer of
// MurmurHash3 over that. Never to be changed: listings would change sides. A
// larger share only adds to a smaller one, and rules do not share their
// samples.
bool IsInSample(std::string_view rule, Share share, std::string_view key);

// Replaces scratch->decisions by what reviewers say today of the listing.
void FindDecisions(const Ruleset& ruleset, std::string_view listing,
                   Rules rules, Scratch* scratch);

// Moves the rules that are not enforced on what is checked from
// scratch->candidates to scratch->shadow.candidates: those in shadow, those
// outside whose sample it lies, and those that a reviewer overrides. What has
// no id is known by the words of its title, as written and folded.
void SetShadowApart(const Ruleset& ruleset, std::string_view id,
                    std::string_view title, Rules rules, Scratch* scratch);

// Puts scratch->decisions into the verdict that was made without the
// rules that they override.
void ApplyDecisions(const Ruleset& ruleset, Scratch* scratch);

// Hides what was not looked at as a whole, where the policy wants that.
void ApplyBudget(const Ruleset& ruleset, Asked asked, Verdict* verdict);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_ROLLOUT_H_
