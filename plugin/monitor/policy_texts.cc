#include "plugin/monitor/policy_texts.h"

#include "plugin/monitor/json_object.h"
#include "plugin/monitor/statement.h"

namespace saring {

PolicyTexts::PolicyTexts(const Ruleset& ruleset) {
  {
    JsonObject policy(&json);
    policy.AddText("name", ruleset.name);
    policy.AddText("revision", ruleset.revision);
    policy.AddText("fingerprint", ruleset.fingerprint);
  }
  for (const CompiledRule& rule : ruleset.rules) {
    rules.push_back({rule.id, GroundsOf(ruleset.name, rule)});
  }
  for (const auto& list : ruleset.lists) lists.push_back(list.name);
}

}  // namespace saring
