#include "plugin/engine/ruleset.h"

#include <algorithm>

#include "plugin/engine/fingerprint.h"

namespace saring {

void Ruleset::SetDay(Date today) {
  for (CompiledRule& rule : rules) {
    rule.in_force = (!rule.from || *rule.from <= today) &&
                    (!rule.until || today <= *rule.until);
  }
  fingerprint = Fingerprint(*this);
}

void Ruleset::IndexRules() {
  for (ListId list = 0; list < lists.size(); ++list) {
    if (lists[list].noun) noun_lists.push_back(list);
    reads_descriptions |= lists[list].in_description;
  }
  rules_by_first_need.resize(lists.size());
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    if (rules[rule].needs.empty()) continue;
    rules_by_first_need[rules[rule].needs[0]].push_back(rule);
  }
  for (CompiledRule& rule : rules) {
    rule.knows_excuse =
        !rule.unless.empty() || !rule.unless_first.empty() ||
        !rule.softened_by.empty() || !rule.only.empty() || rule.within ||
        std::any_of(rule.needs.begin(), rule.needs.end(),
                    [&](ListId list) { return lists[list].has_exceptions; });
  }
}

}  // namespace saring
