// The C ABI: why a verdict is what it is.

#include <cstddef>
#include <cstdint>

#include "plugin/c_api/answer_number.h"
#include "plugin/c_api/run_check.h"
#include "plugin/report/explanation.h"

using saring::EvidenceField;

static_assert(SARING_TITLE == static_cast<int>(EvidenceField::kTitle));
static_assert(SARING_DESCRIPTION ==
              static_cast<int>(EvidenceField::kDescription));
static_assert(SARING_CATEGORY == static_cast<int>(EvidenceField::kCategory));
static_assert(SARING_CONDITION == static_cast<int>(EvidenceField::kCondition));

namespace {

// The structs as of ABI 1. Fields added later are written only for callers
// whose struct_size says that they have room for them.
constexpr size_t kRuleSize1 =
    offsetof(saring_rule, seller_notice) + sizeof(saring_rule::seller_notice);
constexpr size_t kEvidenceSize1 =
    offsetof(saring_evidence, step) + sizeof(saring_evidence::step);

saring_status GiveRule(const saring_scratch& scratch,
                       const saring::Verdict& verdict, size_t index,
                       saring_rule* rule) {
  if (rule == nullptr || rule->struct_size < kRuleSize1 ||
      index >= verdict.fired.size()) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring::FiredRule& fired = verdict.fired[index];
  const saring::CompiledRule& compiled = scratch.pinned->rules[fired.rule];
  rule->action = static_cast<uint32_t>(fired.action);
  rule->softened = fired.softened;
  rule->answer = AnswerNumber(compiled.answer);
  rule->evidence_count = fired.pieces_size;
  rule->id = compiled.id.c_str();
  rule->law = compiled.law_text.c_str();
  rule->buyer_notice = compiled.buyer_notice.c_str();
  rule->seller_notice = compiled.seller_notice.c_str();
  return SARING_OK;
}

// What rules rest on, fired or in shadow.
struct Grounds {
  const saring::Verdict& verdict;
  const saring::Evidence& found;
  const PiecesAsRead& as_read;
};

saring_status GiveEvidence(const saring_scratch& scratch,
                           const Grounds& grounds, size_t rule, size_t index,
                           saring_evidence* evidence) {
  const saring::Verdict& verdict = grounds.verdict;
  if (evidence == nullptr || evidence->struct_size < kEvidenceSize1 ||
      rule >= verdict.fired.size() ||
      index >= verdict.fired[rule].pieces_size) {
    return SARING_INVALID_ARGUMENT;
  }
  const size_t piece = verdict.fired[rule].pieces_begin + index;
  const saring::Hit& hit = grounds.found.hits[verdict.pieces[piece]];
  evidence->field = static_cast<uint32_t>(hit.field);
  evidence->begin = hit.begin;
  evidence->end = hit.end;
  evidence->list = scratch.pinned->lists[hit.list].name.c_str();
  evidence->term = scratch.pinned->terms[hit.term].text.data();
  evidence->read_as =
      grounds.as_read.text.data() + grounds.as_read.begins[piece];
  const saring::Step step = grounds.found.StepOf(hit);
  evidence->step = saring::StepName(step).data();  // a literal
  return SARING_OK;
}

}  // namespace

saring_status saring_fired_rule(const saring_scratch* scratch, size_t index,
                                saring_rule* rule) {
  if (scratch == nullptr) return SARING_INVALID_ARGUMENT;
  return GiveRule(*scratch, scratch->rep.verdict, index, rule);
}

saring_status saring_fired_evidence(const saring_scratch* scratch, size_t rule,
                                    size_t index, saring_evidence* evidence) {
  if (scratch == nullptr) return SARING_INVALID_ARGUMENT;
  const saring::Scratch& rep = scratch->rep;
  return GiveEvidence(*scratch, {rep.verdict, rep.evidence, scratch->as_read},
                      rule, index, evidence);
}

saring_status saring_shadow_rule(const saring_scratch* scratch, size_t index,
                                 saring_rule* rule) {
  if (scratch == nullptr) return SARING_INVALID_ARGUMENT;
  return GiveRule(*scratch, scratch->rep.shadow.verdict, index, rule);
}

saring_status saring_shadow_evidence(const saring_scratch* scratch, size_t rule,
                                     size_t index, saring_evidence* evidence) {
  if (scratch == nullptr) return SARING_INVALID_ARGUMENT;
  const saring::Shadow& shadow = scratch->rep.shadow;
  return GiveEvidence(
      *scratch, {shadow.verdict, shadow.evidence, scratch->shadow_as_read},
      rule, index, evidence);
}

saring_status saring_explain_query(const saring_policy* policy,
                                   saring_scratch* scratch, const char* text,
                                   size_t size, const char** json,
                                   size_t* json_size) {
  if (json == nullptr) return SARING_INVALID_ARGUMENT;
  if (policy == nullptr || scratch == nullptr || !IsText(text, size)) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring_status status = RunCheck(policy, scratch, [&] {
    saring::CheckQuery(*policy->rep, View(text, size), &scratch->rep,
                       RulesOf(*policy));
  });
  if (status != SARING_OK) return status;
  return Guard([&] {
    scratch->text =
        saring::ExplainQuery(*scratch->pinned, View(text, size), scratch->rep);
    *json = scratch->text.c_str();
    if (json_size != nullptr) *json_size = scratch->text.size();
    return SARING_OK;
  });
}

saring_status saring_explain_listing(const saring_policy* policy,
                                     saring_scratch* scratch,
                                     const saring_listing* listing,
                                     const char** json, size_t* json_size) {
  if (json == nullptr) return SARING_INVALID_ARGUMENT;
  if (policy == nullptr || scratch == nullptr || !IsListing(listing)) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring_status status = RunCheck(policy, scratch, [&] {
    saring::CheckListing(*policy->rep, ViewListing(*listing), &scratch->rep,
                         RulesOf(*policy));
  });
  if (status != SARING_OK) return status;
  return Guard([&] {
    scratch->text = saring::ExplainListing(*scratch->pinned,
                                           ViewListing(*listing), scratch->rep);
    *json = scratch->text.c_str();
    if (json_size != nullptr) *json_size = scratch->text.size();
    return SARING_OK;
  });
}
