#include "plugin/engine/ruleset.h"

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
}

}  // namespace saring
