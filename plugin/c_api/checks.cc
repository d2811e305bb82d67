// The C ABI: scratch and verdicts.

#include <cstddef>
#include <cstdint>
#include <string>

#include "plugin/c_api/answer_number.h"
#include "plugin/c_api/run_check.h"

using saring::Action;
using saring::Answer;

static_assert(SARING_SHOW == static_cast<int>(Action::kShow));
static_assert(SARING_REVIEW == static_cast<int>(Action::kReview));
static_assert(SARING_DEMOTE == static_cast<int>(Action::kDemote));
static_assert(SARING_HIDE == static_cast<int>(Action::kHide));
static_assert(SARING_MAX_TEXT == saring::kMaxText);

namespace {

// The struct as of ABI 1. Fields added later are written only for callers whose
// struct_size says that they have room for them.
constexpr size_t kVerdictSize1 = offsetof(saring_verdict, answer_text_size) +
                                 sizeof(saring_verdict::answer_text_size);

constexpr size_t kVerdictSize2 = offsetof(saring_verdict, override_reason) +
                                 sizeof(saring_verdict::override_reason);

uint32_t FlagsOf(const saring::Verdict& verdict) {
  return (verdict.text_cut ? SARING_TEXT_CUT : 0) |
         (verdict.over_budget ? SARING_OVER_BUDGET : 0) |
         (verdict.overridden ? SARING_OVERRIDDEN : 0);
}

// The rule that decided; nullptr where none did, but a reviewer or the budget.
const char* DecidingRule(const saring_scratch& scratch) {
  const saring::Verdict& v = scratch.rep.verdict;
  if (v.fired.empty() || v.fired[0].action != v.action) return nullptr;
  return scratch.pinned->rules[v.fired[0].rule].id.c_str();
}

void Fill(const saring_scratch& scratch, saring_verdict* verdict) {
  const saring::Verdict& v = scratch.rep.verdict;
  verdict->action = static_cast<uint32_t>(v.action);
  verdict->flags = FlagsOf(v);
  verdict->answer = AnswerNumber(v.answer);
  verdict->rule_count = static_cast<uint32_t>(v.fired.size());
  verdict->rule_id = DecidingRule(scratch);
  const bool without = v.answer == Answer::Kind::kWithout;
  verdict->answer_text = without ? v.answer_text.data() : nullptr;
  verdict->answer_text_size = without ? v.answer_text.size() : 0;
  if (verdict->struct_size < kVerdictSize2) return;
  verdict->shadow_count =
      static_cast<uint32_t>(scratch.rep.shadow.verdict.fired.size());
  verdict->override_reason = v.overridden ? v.override_reason.data() : nullptr;
}

// Runs `check`, followed by whoever watches the scratch. In RunCheck().
template <typename Check>
void RunWatched(saring_scratch* scratch, const saring::Subject& subject,
                Check check) {
  saring::Watch* const watch = scratch->watch.get();
  if (watch == nullptr) return check();
  watch->Before();
  check();
  watch->After(subject, scratch->pinned, scratch->rep);
}

}  // namespace

saring_scratch* saring_scratch_create(void) {
  saring_scratch* scratch = nullptr;
  Guard([&] {
    scratch = new saring_scratch;
    return SARING_OK;
  });
  return scratch;
}

void saring_scratch_free(saring_scratch* scratch) { delete scratch; }

saring_status saring_check_query(const saring_policy* policy,
                                 saring_scratch* scratch, const char* text,
                                 size_t size, saring_verdict* verdict) {
  if (policy == nullptr || scratch == nullptr || !IsText(text, size) ||
      verdict == nullptr || verdict->struct_size < kVerdictSize1) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring::Subject subject = {saring::Asked::kQuery,
                                   {.title = View(text, size)}};
  const saring_status status = RunCheck(policy, scratch, [&] {
    RunWatched(scratch, subject, [&] {
      saring::CheckQuery(*policy->rep, subject.texts.title, &scratch->rep,
                         RulesOf(*policy), saring::Depth::kVerdict);
    });
  });
  if (status == SARING_OK) Fill(*scratch, verdict);
  return status;
}

saring_status saring_check_listing(const saring_policy* policy,
                                   saring_scratch* scratch,
                                   const saring_listing* listing,
                                   saring_verdict* verdict) {
  if (policy == nullptr || scratch == nullptr || !IsListing(listing) ||
      verdict == nullptr || verdict->struct_size < kVerdictSize1) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring::Subject subject = {saring::Asked::kListing,
                                   ViewListing(*listing),
                                   View(listing->id, listing->id_size),
                                   View(listing->seller, listing->seller_size)};
  const saring_status status = RunCheck(policy, scratch, [&] {
    RunWatched(scratch, subject, [&] {
      saring::CheckListing(*policy->rep, subject.texts, &scratch->rep,
                           RulesOf(*policy), saring::Depth::kVerdict);
    });
  });
  if (status == SARING_OK) Fill(*scratch, verdict);
  return status;
}
