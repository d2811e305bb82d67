#include "plugin/engine/rollout.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "plugin/engine/reading.h"

namespace saring {
namespace {

using Decision = Overrides::Decision;

uint64_t Fnv1a(std::string_view bytes, uint64_t hash) {
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
  return hash;
}

// Spreads every bit over all; the finalizer of MurmurHash3.
uint64_t Finalize(uint64_t hash) {
  hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdu;
  hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53u;
  return hash ^ hash >> 33;
}

// The answer is made when a rule first asks for it, as few do.
class SampleKey {
 public:
  SampleKey(const Ruleset& ruleset, std::string_view id, std::string_view title,
            Scratch* scratch)
      : ruleset_(ruleset), id_(id), title_(title), scratch_(scratch) {}

  std::string_view Get() {
    if (!id_.empty()) return id_;
    if (!is_read_) {
      words_ = WrittenWords(ruleset_.normalizer, title_, scratch_);
      is_read_ = true;
    }
    return words_;
  }

 private:
  const Ruleset& ruleset_;
  const std::string_view id_, title_;
  Scratch* scratch_;
  bool is_read_ = false;
  std::string words_;
};

bool IsOverridden(uint32_t rule, const std::vector<Decision>& decisions) {
  return std::any_of(
      decisions.begin(), decisions.end(), [&](const Decision& decision) {
        return decision.rule == rule || decision.rule == Decision::kAllRules;
      });
}

bool IsEnforced(const CompiledRule& rule) {
  return rule.in_force && rule.mode == Mode::kEnforce;
}

void FireWithoutEvidence(uint32_t rule, Action action, Verdict* verdict) {
  const auto end = static_cast<uint32_t>(verdict->pieces.size());
  verdict->fired.push_back({.rule = rule,
                            .action = action,
                            .softened = false,
                            .pieces_begin = end,
                            .pieces_size = 0});
  verdict->action = std::max(verdict->action, action);
}

}  // namespace

bool IsInSample(std::string_view rule, Share share, std::string_view key) {
  if (share >= kWholeShare) return true;
  constexpr uint64_t kStart = 0xcbf29ce484222325u;
  const uint64_t hash = Fnv1a(key, Fnv1a({"\0", 1}, Fnv1a(rule, kStart)));
  return Finalize(hash) % kWholeShare < share;
}

void FindDecisions(const Ruleset& ruleset, std::string_view listing,
                   Rules rules, Scratch* scratch) {
  scratch->decisions.clear();
  if (ruleset.overrides.empty() || listing.empty() ||
      rules != Rules::kInForce) {
    return;
  }
  for (const Decision& decision : ruleset.overrides.Of(listing)) {
    if (ruleset.overrides.Holds(decision))
      scratch->decisions.push_back(decision);
  }
}

void SetShadowApart(const Ruleset& ruleset, std::string_view id,
                    std::string_view title, Rules rules, Scratch* scratch) {
  std::vector<uint32_t>& enforced = scratch->candidates;
  std::vector<uint32_t>& shadow = scratch->shadow.candidates;
  shadow.clear();
  if (rules == Rules::kAll) return;
  if (rules == Rules::kShadow) return enforced.swap(shadow);
  if (!ruleset.has_partial_rules && scratch->decisions.empty()) return;
  SampleKey key(ruleset, id, title, scratch);
  const auto is_enforced = [&](uint32_t index) {
    const CompiledRule& rule = ruleset.rules[index];
    return rule.mode == Mode::kEnforce &&
           !IsOverridden(index, scratch->decisions) &&
           (rule.sample == kWholeShare ||
            IsInSample(rule.id, rule.sample, key.Get()));
  };
  const auto moved =
      std::stable_partition(enforced.begin(), enforced.end(), is_enforced);
  shadow.assign(moved, enforced.end());
  enforced.erase(moved, enforced.end());
}

void ApplyDecisions(const Ruleset& ruleset, Scratch* scratch) {
  Verdict& verdict = scratch->verdict;
  for (const Decision& decision : scratch->decisions) {
    const auto action = static_cast<Action>(decision.action);
    if (decision.rule == Decision::kAllRules) {
      verdict.fired.clear();
      verdict.action = action;
    } else if (!IsEnforced(ruleset.rules[decision.rule])) {
      continue;  // there is no decision to replace
    } else if (action != Action::kShow) {
      FireWithoutEvidence(decision.rule, action, &verdict);
    }
    if (!verdict.overridden || decision.rule == Decision::kAllRules) {
      verdict.override_reason = ruleset.overrides.ReasonOf(decision);
    }
    verdict.overridden = true;
  }
  SortFired(&verdict);
}

void ApplyBudget(const Ruleset& ruleset, Asked asked, Verdict* verdict) {
  if (!verdict->text_cut && !verdict->over_budget) return;
  const Budget::Beyond beyond =
      asked == Asked::kQuery ? ruleset.budget.query : ruleset.budget.listing;
  if (beyond == Budget::Beyond::kOpen) return;
  verdict->action = Action::kHide;
  if (asked == Asked::kQuery) {
    verdict->answer = Answer::Kind::kEmpty;
    verdict->answer_text.clear();
  }
}

}  // namespace saring
