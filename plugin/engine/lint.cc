#include "plugin/engine/lint.h"

#include <algorithm>
#include <string>
#include <vector>

#include "config/utf8.h"

namespace saring {
namespace {

bool Contains(const std::vector<ListId>& lists, ListId list) {
  return std::find(lists.begin(), lists.end(), list) != lists.end();
}

bool Within(const std::vector<ListId>& some, const std::vector<ListId>& all) {
  return std::all_of(some.begin(), some.end(),
                     [&](ListId list) { return Contains(all, list); });
}

class Linter {
 public:
  Linter(const Policy& policy, const Ruleset& ruleset, Date today,
         FaultList* faults)
      : policy_(policy),
        ruleset_(ruleset),
        today_(today),
        faults_(*faults),
        has_terms_(ruleset.lists.size()),
        excuses_itself_(ruleset.lists.size()) {
    for (const ListId list : ruleset.terms.lists()) has_terms_[list] = true;
    for (PatternId id = 0; id < ruleset.exceptions.size(); ++id) {
      const Term exception = ruleset.exceptions[id];
      const std::string& name = ruleset.lists[exception.list].name;
      if (exception.text == "{" + name + "}") {
        excuses_itself_[exception.list] = true;
      }
    }
  }

  void CheckRule(size_t index) {
    const Rule& written = policy_.rules[index];
    const CompiledRule& rule = ruleset_.rules[index];
    CheckCanFire(written, rule);
    CheckDates(written, rule);
    CheckSoftened(written);
    CheckSample(written);
    for (const Written& list : written.unless) CheckUnless(list, rule);
  }

 private:
  void CheckCanFire(const Rule& written, const CompiledRule& rule) {
    const auto tell = [&](const Place& place, const std::string& why) {
      faults_.Error(policy_.At(place),
                    "rule " + Quote(rule.id) + " can never fire: " + why);
    };
    for (const Written& need : written.needs) {
      const auto list = Find(need, rule.needs);
      if (!list) continue;
      const EvidenceList& evidence = ruleset_.lists[*list];
      if (!has_terms_[*list]) {
        tell(need.place,
             "list " + Quote(need.text) + " has no evidence at all");
      } else if (excuses_itself_[*list]) {
        tell(need.place, "list " + Quote(need.text) +
                             " excuses every term of its own by " +
                             Quote("{" + need.text + "}"));
      } else if (Contains(rule.unless, *list)) {
        tell(need.place,
             Quote(need.text) + " stands in both `needs` and `unless`");
      } else if (!rule.applies_to_listing && !evidence.in_title) {
        tell(need.place, "it applies to queries only, and list " +
                             Quote(need.text) + " is not looked for in titles");
      }
    }
  }

  void CheckDates(const Rule& written, const CompiledRule& rule) {
    if (written.until && *written.until < today_) {
      faults_.Warning(policy_.At(written.id.place),
                      "rule " + Quote(rule.id) + " expired on " +
                          FormatDate(*written.until) +
                          " and is no longer in force");
      return;
    }
    for (size_t i = 0; i < rule.law.size(); ++i) {
      const LawReference& law = ruleset_.laws[rule.law[i]];
      if (!law.until || *law.until >= today_) continue;
      faults_.Warning(policy_.At(written.id.place),
                      "rule " + Quote(rule.id) + " cites " +
                          Quote(law.id.text) + ", which ended on " +
                          FormatDate(*law.until));
    }
  }

  void CheckSoftened(const Rule& rule) {
    if (rule.action == Action::kHide || rule.softened_by.empty()) return;
    faults_.Warning(policy_.At(rule.softened_by[0].place),
                    "`softened_by` has no effect on rule " +
                        Quote(rule.id.text) +
                        ": it turns only hide into demote");
  }

  void CheckSample(const Rule& rule) {
    if (rule.mode == Mode::kEnforce || rule.sample_place.line == 0) return;
    faults_.Warning(policy_.At(rule.sample_place),
                    "`sample` has no effect on rule " + Quote(rule.id.text) +
                        ": in this `mode` it is enforced on nothing");
  }

  // Whoever types a word of `unless` must meet another rule: one that needs no
  // more than this rule and that list.
  void CheckUnless(const Written& unless, const CompiledRule& rule) {
    const auto list = Find(unless, rule.unless);
    if (!list) return;
    std::vector<ListId> typed = rule.needs;
    typed.push_back(*list);
    const auto catches = [&](const CompiledRule& other) {
      return &other != &rule && Within(other.needs, typed) &&
             !Contains(other.unless, *list) && other.only.empty() &&
             other.mode <= rule.mode && other.sample >= rule.sample &&
             other.applies_to_query >= rule.applies_to_query &&
             other.applies_to_listing >= rule.applies_to_listing;
    };
    if (std::any_of(ruleset_.rules.begin(), ruleset_.rules.end(), catches)) {
      return;
    }
    faults_.Warning(policy_.At(unless.place),
                    "a seller can switch rule " + Quote(rule.id) +
                        " off by typing a word of " + Quote(unless.text) +
                        ", and no other rule fires then; use an exception, "
                        "or `softened_by`");
  }

  // The list of that name among those that the rule resolved.
  std::optional<ListId> Find(const Written& name,
                             const std::vector<ListId>& lists) const {
    for (const ListId list : lists) {
      if (ruleset_.lists[list].name == name.text) return list;
    }
    return std::nullopt;
  }

  const Policy& policy_;
  const Ruleset& ruleset_;
  const Date today_;
  FaultList& faults_;
  std::vector<bool> has_terms_, excuses_itself_;
};

}  // namespace

void Lint(const Policy& policy, const Ruleset& ruleset, Date today,
          FaultList* faults) {
  Linter linter(policy, ruleset, today, faults);
  for (size_t i = 0; i < policy.rules.size(); ++i) linter.CheckRule(i);
}

}  // namespace saring
