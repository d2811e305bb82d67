#include "plugin/engine/self_test.h"

#include <algorithm>
#include <string>
#include <vector>

#include "plugin/engine/check.h"

namespace saring {
namespace {

using Outcome = Ruling::Outcome;

// 'baju', or "title 'baju', condition 'bekas'".
std::string Named(const Example& example) {
  if (example.kind == Example::Kind::kText) return "'" + example.text + "'";
  if (example.kind == Example::Kind::kQuery) {
    return "query '" + example.text + "'";
  }
  std::string named;
  const auto add = [&](const char* field, const std::string& value) {
    if (value.empty()) return;
    named +=
        (named.empty() ? "" : ", ") + std::string(field) + " '" + value + "'";
  };
  add("title", example.text);
  add("description", example.description);
  add("category", example.category);
  add("condition", example.condition);
  return named;
}

class SelfTest {
 public:
  SelfTest(const Policy& policy, const Ruleset& ruleset, FaultList* faults)
      : policy_(policy), ruleset_(ruleset), faults_(*faults) {}

  void Run(uint32_t rule) {
    const Rule& written = policy_.rules[rule];
    for (const Example& hit : written.hits) {
      for (const Asked asked : AskedOf(written, hit)) {
        if (Fires(hit, rule, asked)) continue;
        TellMissed(hit, rule, asked);
        break;
      }
    }
    for (const Example& miss : written.misses) {
      for (const Asked asked : AskedOf(written, miss)) {
        if (!Fires(miss, rule, asked)) continue;
        TellFired(miss, rule);
        break;
      }
    }
  }

 private:
  // A plain text is tried as whatever the rule applies to.
  static std::vector<Asked> AskedOf(const Rule& rule, const Example& example) {
    if (example.kind == Example::Kind::kQuery) return {Asked::kQuery};
    if (example.kind == Example::Kind::kListing) return {Asked::kListing};
    std::vector<Asked> asked;
    if (rule.applies_to_query) asked.push_back(Asked::kQuery);
    if (rule.applies_to_listing) asked.push_back(Asked::kListing);
    return asked;
  }

  bool Fires(const Example& example, uint32_t rule, Asked asked) {
    if (asked == Asked::kQuery) {
      CheckQuery(ruleset_, example.text, &scratch_, Rules::kAll);
    } else {
      CheckListing(ruleset_,
                   {.title = example.text,
                    .description = example.description,
                    .category = example.category,
                    .condition = example.condition},
                   &scratch_, Rules::kAll);
    }
    const std::vector<FiredRule>& fired = scratch_.verdict.fired;
    return std::any_of(fired.begin(), fired.end(),
                       [&](const FiredRule& f) { return f.rule == rule; });
  }

  void TellMissed(const Example& hit, uint32_t rule, Asked asked) {
    const Ruling ruling = RuleOn(ruleset_, ruleset_.rules[rule], asked,
                                 scratch_.evidence, &scratch_.proximity);
    faults_.Error(policy_.At(hit.place),
                  "hit " + Named(hit) + " does not fire rule '" +
                      ruleset_.rules[rule].id + "': " + Why(ruling, asked));
  }

  void TellFired(const Example& miss, uint32_t rule) {
    std::string evidence;
    for (const FiredRule& fired : scratch_.verdict.fired) {
      if (fired.rule != rule) continue;
      for (uint32_t i = 0; i < fired.pieces_size; ++i) {
        const Hit& hit =
            scratch_.evidence
                .hits[scratch_.verdict.pieces[fired.pieces_begin + i]];
        if (i > 0) evidence += ", ";
        evidence += ruleset_.lists[hit.list].name + " '" +
                    std::string(ruleset_.terms[hit.term].text) + "'";
      }
    }
    faults_.Error(policy_.At(miss.place),
                  "miss " + Named(miss) + " fires rule '" +
                      ruleset_.rules[rule].id + "', by " + evidence);
  }

  std::string Why(const Ruling& ruling, Asked asked) const {
    const std::string list = "'" + ruleset_.lists[ruling.list].name + "'";
    switch (ruling.outcome) {
      case Outcome::kLacksEvidence:
        return "no evidence of list " + list + ExcusedBy(ruling.list);
      case Outcome::kSwitchedOff:
        return "switched off by evidence of " + list;
      case Outcome::kAnotherGood:
        return "its first noun is of " + list;
      case Outcome::kTooFarApart:
        return "the evidence lies further apart than 'within'";
      case Outcome::kMoreThanOnly:
        return "it has words outside the lists of 'only'";
      case Outcome::kNotAsked:
      case Outcome::kFires:
        break;
    }
    return asked == Asked::kQuery ? "it does not apply to queries"
                                  : "it does not apply to listings";
  }

  // The exception that took the evidence of a list away, if one did.
  std::string ExcusedBy(ListId list) const {
    for (const Hit& hit : scratch_.evidence.excused) {
      if (hit.list == list) {
        return "; '" + std::string(ruleset_.terms[hit.term].text) +
               "' is excused by exception '" +
               std::string(ruleset_.exceptions[hit.excused_by].text) + "'";
      }
    }
    return "";
  }

  const Policy& policy_;
  const Ruleset& ruleset_;
  FaultList& faults_;
  Scratch scratch_;
};

}  // namespace

void RunSelfTests(const Policy& policy, const Ruleset& ruleset,
                  FaultList* faults) {
  SelfTest test(policy, ruleset, faults);
  for (uint32_t rule = 0; rule < policy.rules.size(); ++rule) test.Run(rule);
}

}  // namespace saring
