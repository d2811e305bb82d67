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

}  // namespace

saring_status saring_fired_rule(const saring_scratch* scratch, size_t index,
                                saring_rule* rule) {
  if (scratch == nullptr || rule == nullptr || rule->struct_size < kRuleSize1 ||
      index >= scratch->rep.verdict.fired.size()) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring::FiredRule& fired = scratch->rep.verdict.fired[index];
  const saring::CompiledRule& compiled = scratch->pinned->rules[fired.rule];
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

saring_status saring_fired_evidence(const saring_scratch* scratch, size_t rule,
                                    size_t index, saring_evidence* evidence) {
  if (scratch == nullptr || evidence == nullptr ||
      evidence->struct_size < kEvidenceSize1 ||
      rule >= scratch->rep.verdict.fired.size() ||
      index >= scratch->rep.verdict.fired[rule].pieces_size) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring::Verdict& verdict = scratch->rep.verdict;
  const size_t piece = verdict.fired[rule].pieces_begin + index;
  const saring::Evidence& found = scratch->rep.evidence;
  const saring::Hit& hit = found.hits[verdict.pieces[piece]];
  evidence->field = static_cast<uint32_t>(hit.field);
  evidence->begin = hit.begin;
  evidence->end = hit.end;
  evidence->list = scratch->pinned->lists[hit.list].name.c_str();
  evidence->term = scratch->pinned->terms[hit.term].text.data();
  evidence->read_as = scratch->read_as_text.data() + scratch->read_as[piece];
  evidence->step = saring::StepName(found.StepOf(hit)).data();  // a literal
  return SARING_OK;
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
    saring::CheckQuery(*policy->rep, View(text, size), &scratch->rep);
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
    saring::CheckListing(*policy->rep, ViewListing(*listing), &scratch->rep);
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
