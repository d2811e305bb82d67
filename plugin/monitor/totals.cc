#include "plugin/monitor/totals.h"

#include <utility>

namespace saring {
namespace {

// A key that is there, or for which there is room, else `other`.
template <typename Key>
void AddBounded(Key key, Key other, size_t most, uint64_t count,
                std::map<Key, uint64_t>* sums) {
  auto at = sums->find(key);
  if (at == sums->end()) {
    const bool full = sums->size() >= most;
    at = sums->try_emplace(full ? std::move(other) : std::move(key)).first;
  }
  at->second += count;
}

}  // namespace

PolicyName NameOf(const Ruleset& ruleset) {
  return {ruleset.name, ruleset.revision, ruleset.fingerprint};
}

void Totals::AddRule(RuleAction rule, uint64_t count,
                     std::map<RuleAction, uint64_t>* sums) {
  RuleAction other = {kOther, rule.action};
  AddBounded(std::move(rule), std::move(other), kMostRules, count, sums);
}

void Totals::AddPolicy(PolicyName policy, uint64_t count) {
  AddBounded(std::move(policy), {kOther, "", ""}, kMostPolicies, count,
             &policies);
}

}  // namespace saring
