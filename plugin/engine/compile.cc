#include "plugin/engine/compile.h"

#include <utility>

#include "plugin/engine/dictionary_words.h"
#include "plugin/engine/fingerprint.h"
#include "plugin/engine/lint.h"
#include "plugin/engine/list_compiler.h"
#include "plugin/engine/list_names.h"
#include "plugin/engine/reading_words.h"
#include "plugin/engine/self_test.h"

namespace saring {
namespace {

bool InForce(const Rule& rule, Date today) {
  return (!rule.from || *rule.from <= today) &&
         (!rule.until || today <= *rule.until);
}

// "title, article; title, article"
std::string LawText(const std::vector<LawReference>& laws,
                    const std::vector<uint32_t>& cited) {
  std::string text;
  for (const uint32_t law : cited) {
    if (!text.empty()) text += "; ";
    text += laws[law].title;
    if (!laws[law].article.empty()) text += ", " + laws[law].article;
  }
  return text;
}

std::vector<uint32_t> ResolveLaw(const Policy& policy, const Rule& rule) {
  std::vector<uint32_t> cited;
  for (const Written& id : rule.law) {
    for (uint32_t law = 0; law < policy.laws.size(); ++law) {
      if (policy.laws[law].id.text == id.text) cited.push_back(law);
    }
  }
  return cited;
}

CompiledRule CompileRule(const Policy& policy, const Rule& rule,
                         const ListNames& names, Date today) {
  std::vector<uint32_t> law = ResolveLaw(policy, rule);
  std::string law_text = LawText(policy.laws, law);
  return {.id = rule.id.text,
          .action = rule.action,
          .needs = names.Resolve(rule.needs),
          .unless_first = names.Resolve(rule.unless_first),
          .softened_by = names.Resolve(rule.softened_by),
          .unless = names.Resolve(rule.unless),
          .only = names.Resolve(rule.only),
          .within = rule.within,
          .applies_to_query = rule.applies_to_query,
          .applies_to_listing = rule.applies_to_listing,
          .in_force = InForce(rule, today),
          .answer = rule.answer.kind,
          .answer_without = names.Resolve(rule.answer.lists),
          .law = std::move(law),
          .law_text = std::move(law_text),
          .buyer_notice = rule.notice.buyer,
          .seller_notice = rule.notice.seller};
}

void CompileRules(const Policy& policy, const ListNames& names, Date today,
                  Ruleset* ruleset) {
  ruleset->laws = policy.laws;
  ruleset->rules_by_first_need.resize(ruleset->lists.size());
  for (const Rule& rule : policy.rules) {
    ruleset->rules.push_back(CompileRule(policy, rule, names, today));
    const CompiledRule& compiled = ruleset->rules.back();
    if (compiled.needs.empty()) continue;
    ruleset->rules_by_first_need[compiled.needs[0]].push_back(
        static_cast<uint32_t>(ruleset->rules.size() - 1));
  }
}

}  // namespace

std::shared_ptr<const Ruleset> Compile(const Policy& policy, Date today,
                                       FaultList* faults,
                                       const std::string& dictionaries) {
  const auto ruleset = std::make_shared<Ruleset>();
  ruleset->name = policy.name.text;
  ruleset->revision = policy.revision;
  const ListNames names(policy);
  CompileLists(policy, names, ruleset.get(), faults);
  CompileReadingWords(policy, ruleset.get(), faults);
  CompileDictionaries(policy, dictionaries, ruleset.get(), faults);
  CompileRules(policy, names, today, ruleset.get());
  Lint(policy, *ruleset, today, faults);
  if (faults->has_errors()) return nullptr;
  RunSelfTests(policy, *ruleset, faults);
  if (faults->has_errors()) return nullptr;
  ruleset->fingerprint = Fingerprint(policy, *ruleset);
  ruleset->warnings = faults->ToString();
  return ruleset;
}

}  // namespace saring
