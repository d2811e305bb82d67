#include "plugin/engine/compile.h"

#include <utility>

#include "plugin/engine/dictionary_words.h"
#include "plugin/engine/lint.h"
#include "plugin/engine/list_compiler.h"
#include "plugin/engine/list_names.h"
#include "plugin/engine/reading_words.h"
#include "plugin/engine/self_test.h"

namespace saring {
namespace {

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

std::vector<ListId> OnlyLists(const Rule& rule, const ListNames& names) {
  std::vector<ListId> lists = names.Resolve(rule.only);
  if (lists.empty()) return lists;
  const std::vector<ListId> needs = names.Resolve(rule.needs);
  lists.insert(lists.end(), needs.begin(), needs.end());
  return lists;
}

CompiledRule CompileRule(const Policy& policy, const Rule& rule,
                         const ListNames& names) {
  std::vector<uint32_t> law = ResolveLaw(policy, rule);
  std::string law_text = LawText(policy.laws, law);
  return {.id = rule.id.text,
          .action = rule.action,
          .needs = names.Resolve(rule.needs),
          .unless_first = names.Resolve(rule.unless_first),
          .softened_by = names.Resolve(rule.softened_by),
          .unless = names.Resolve(rule.unless),
          .only = OnlyLists(rule, names),
          .within = rule.within,
          .applies_to_query = rule.applies_to_query,
          .applies_to_listing = rule.applies_to_listing,
          .from = rule.from,
          .until = rule.until,
          .mode = rule.mode,
          .sample = rule.sample,
          .in_force = false,
          .knows_excuse = false,
          .looks_at = {},
          .answer = rule.answer.kind,
          .answer_without = names.Resolve(rule.answer.lists),
          .law = std::move(law),
          .law_text = std::move(law_text),
          .buyer_notice = rule.notice.buyer,
          .seller_notice = rule.notice.seller};
}

void CompileRules(const Policy& policy, const ListNames& names,
                  Ruleset* ruleset) {
  ruleset->laws = policy.laws;
  for (const Rule& rule : policy.rules) {
    ruleset->rules.push_back(CompileRule(policy, rule, names));
  }
  ruleset->overrides = Overrides(policy.overrides, policy.rules);
  ruleset->IndexRules();
}

}  // namespace

std::shared_ptr<const Ruleset> Compile(const Policy& policy, Date today,
                                       FaultList* faults,
                                       const std::string& dictionaries) {
  const auto ruleset = std::make_shared<Ruleset>();
  ruleset->name = policy.name.text;
  ruleset->revision = policy.revision;
  ruleset->content_hash = policy.content_hash;
  ruleset->budget = policy.budget;
  const ListNames names(policy);
  CompileLists(policy, names, ruleset.get(), faults);
  Vocabulary::Language language;
  CompileReadingWords(policy, ruleset.get(), &language, faults);
  CompileDictionaries(policy, dictionaries, ruleset.get(), &language, faults);
  ruleset->vocabulary.SetLanguage(std::move(language));
  CompileRules(policy, names, ruleset.get());
  ruleset->vocabulary.Freeze();
  ruleset->SetDay(today);
  Lint(policy, *ruleset, today, faults);
  if (faults->has_errors()) return nullptr;
  RunSelfTests(policy, *ruleset, faults);
  if (faults->has_errors()) return nullptr;
  ruleset->warnings = faults->ToString();
  return ruleset;
}

}  // namespace saring
