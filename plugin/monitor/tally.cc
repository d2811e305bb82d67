#include "plugin/monitor/tally.h"

#include <utility>

namespace saring {

void Tally::Count(Asked asked, const Scratch& scratch) {
  const Verdict& verdict = scratch.verdict;
  checks_[IndexOf(asked)][IndexOf(verdict.action)].Add();
  const Verdict& shadow = scratch.shadow.verdict;
  const bool is_cut = verdict.text_cut || verdict.over_budget;
  if (verdict.fired.empty() && shadow.fired.empty() && !is_cut &&
      !verdict.overridden) {
    return;  // as nearly always
  }
  if (verdict.text_cut) texts_cut_.Add();
  if (verdict.over_budget) times_up_.Add();
  if (verdict.overridden) overridden_.Add();
  for (const FiredRule& fired : verdict.fired) {
    rules_[fired.rule].fired[IndexOf(fired.action)].Add();
  }
  for (const FiredRule& fired : shadow.fired) {
    rules_[fired.rule].shadow[IndexOf(fired.action)].Add();
  }
  for (const uint32_t piece : verdict.pieces) {
    const Evidence& evidence = scratch.evidence;
    const Step step = evidence.StepOf(evidence.hits[piece]);
    evidence_[static_cast<size_t>(step)].Add();
  }
}

void Tally::Begin(std::shared_ptr<const Ruleset> policy, Totals* retired) {
  auto rules = std::make_unique<RuleCounts[]>(policy->rules.size());
  if (policy_ != nullptr) AddPolicyTo(retired);
  before_ = 0;
  for (const auto& actions : checks_) {
    for (const Counter& count : actions) before_ += count.Get();
  }
  policy_ = std::move(policy);
  rules_ = std::move(rules);
}

void Tally::AddTo(Totals* totals) const {
  for (const Asked asked : kAskedKinds) {
    const size_t kind = IndexOf(asked);
    for (const Action action : kActions) {
      totals->checks[kind][IndexOf(action)] +=
          checks_[kind][IndexOf(action)].Get();
    }
    totals->latency[kind] += latency_[kind].Get();
  }
  for (size_t step = 0; step < kSteps; ++step) {
    totals->evidence[step] += evidence_[step].Get();
  }
  totals->texts_cut += texts_cut_.Get();
  totals->times_up += times_up_.Get();
  totals->overridden += overridden_.Get();
  totals->dropped += dropped_.Get();
  if (policy_ != nullptr) AddPolicyTo(totals);
}

void Tally::AddPolicyTo(Totals* totals) const {
  uint64_t checks = 0;
  for (const auto& actions : checks_) {
    for (const Counter& count : actions) checks += count.Get();
  }
  totals->AddPolicy(NameOf(*policy_), checks - before_);
  for (uint32_t rule = 0; rule < policy_->rules.size(); ++rule) {
    for (const Action action : kActions) {
      const auto add = [&](const auto& counts, auto* sums) {
        const uint64_t count = counts[IndexOf(action)].Get();
        if (count == 0) return;
        totals->AddRule({policy_->rules[rule].id, action}, count, sums);
      };
      add(rules_[rule].fired, &totals->rules);
      add(rules_[rule].shadow, &totals->shadow);
    }
  }
}

}  // namespace saring
