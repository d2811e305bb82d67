// Decides which rules fire on the evidence.

#ifndef SARING_PLUGIN_ENGINE_JUDGE_H_
#define SARING_PLUGIN_ENGINE_JUDGE_H_

#include <span>
#include <vector>

#include "plugin/engine/evidence.h"
#include "plugin/engine/proximity.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/verdict.h"

namespace saring {

enum class Asked : uint8_t { kQuery, kListing };

// Which rules count.
enum class Rules : uint8_t {
  kInForce,  // those in force today, each as far as it is rolled out
  kAll,      // all, enforced: when a policy tests itself
  kShadow,   // those in force today, all in shadow: nothing is enforced
};

// Why a rule does not fire, or that it does.
struct Ruling {
  enum class Outcome : uint8_t {
    kFires,
    kNotAsked,       // does not apply to what was asked
    kLacksEvidence,  // nothing of `list`
    kSwitchedOff,    // evidence of `list`, of `unless`
    kAnotherGood,    // the first noun is of `list`, of `unless_first`
    kTooFarApart,    // more than `within`
    kMoreThanOnly,   // words outside the lists of `only`
  };
  Outcome outcome = Outcome::kFires;
  ListId list = 0;
};

// REQUIRES: evidence is sorted
Ruling RuleOn(const Ruleset& ruleset, const CompiledRule& rule, Asked asked,
              const Evidence& evidence, ProximityBuffers* buffers);

// Replaces *candidates by the rules that find all that they need among the
// lists that may have evidence, in the policy's order: `found` by list, and the
// same as `found_lists`. No other rule can fire.
void FindCandidates(const Ruleset& ruleset, Asked asked, Rules rules,
                    const std::vector<uint8_t>& found,
                    const std::vector<ListId>& found_lists,
                    std::vector<uint32_t>* candidates);

// Judges by the rules `those`, indices in the policy's order, all of which
// count. Fills `action`, `fired` and `pieces` of a cleared verdict: of the
// rules that fire the most severe action wins, then the one that stands first.
// REQUIRES: evidence is sorted, and has what the rules look at
void JudgeBy(const Ruleset& ruleset, std::span<const uint32_t> those,
             Asked asked, const Evidence& evidence, ProximityBuffers* buffers,
             Verdict* verdict);

// Puts the rules that fired in order: the most severe first, then as in the
// policy.
void SortFired(Verdict* verdict);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_JUDGE_H_
