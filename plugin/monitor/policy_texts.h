// What the log says of a policy in every decision.

#ifndef SARING_PLUGIN_MONITOR_POLICY_TEXTS_H_
#define SARING_PLUGIN_MONITOR_POLICY_TEXTS_H_

#include <string>
#include <vector>

#include "plugin/engine/ruleset.h"

namespace saring {

// The names and reasons of one policy, without its terms, made ready for the
// log. Small: decisions that wait to be written keep it, and not the policy
// itself, alive. Immutable.
struct PolicyTexts {
  struct Rule {
    std::string id;
    std::string grounds;  // see GroundsOf()
  };

  explicit PolicyTexts(const Ruleset& ruleset);

  std::string json;                // name, revision and fingerprint, an object
  std::vector<Rule> rules;         // by the numbers of the ruleset
  std::vector<std::string> lists;  // their names, likewise
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_POLICY_TEXTS_H_
