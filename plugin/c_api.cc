// The C ABI. Every exception ends here; nothing else in the library catches
// one.

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/engine/check.h"
#include "plugin/engine/load.h"
#include "plugin/engine/reading.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/save.h"
#include "plugin/engine/scratch.h"
#include "plugin/report/explanation.h"
#include "saring/saring.h"

using saring::Action;
using saring::Answer;
using saring::EvidenceField;

struct saring_policy {
  std::shared_ptr<const saring::Ruleset> rep;
};

struct saring_error {
  std::string rep;
};

struct saring_scratch {
  saring::Scratch rep;
  // What the last check used. Keeps what verdicts borrow alive, whatever
  // becomes of the policy's handles.
  std::shared_ptr<const saring::Ruleset> pinned;
  // What saring_fired_evidence() gives out of each piece, by Verdict::pieces:
  // where its text begins, and all texts, each ended by NUL.
  std::vector<size_t> read_as;
  std::string read_as_text;
  std::string text;  // a JSON explanation, or normalized words
};

static_assert(SARING_SHOW == static_cast<int>(Action::kShow));
static_assert(SARING_REVIEW == static_cast<int>(Action::kReview));
static_assert(SARING_DEMOTE == static_cast<int>(Action::kDemote));
static_assert(SARING_HIDE == static_cast<int>(Action::kHide));
static_assert(SARING_TITLE == static_cast<int>(EvidenceField::kTitle));
static_assert(SARING_DESCRIPTION ==
              static_cast<int>(EvidenceField::kDescription));
static_assert(SARING_CATEGORY == static_cast<int>(EvidenceField::kCategory));
static_assert(SARING_CONDITION == static_cast<int>(EvidenceField::kCondition));
static_assert(SARING_MAX_TEXT == saring::kMaxText);

namespace {

// The structs as of ABI 1. Fields added later are read and written only for
// callers whose struct_size says that they have room for them.
constexpr size_t kListingSize1 =
    offsetof(saring_listing, seller_size) + sizeof(saring_listing::seller_size);
constexpr size_t kVerdictSize1 = offsetof(saring_verdict, answer_text_size) +
                                 sizeof(saring_verdict::answer_text_size);
constexpr size_t kRuleSize1 =
    offsetof(saring_rule, seller_notice) + sizeof(saring_rule::seller_notice);
constexpr size_t kEvidenceSize1 =
    offsetof(saring_evidence, step) + sizeof(saring_evidence::step);

// Runs `body`, which returns a saring_status, and lets nothing escape from it.
template <typename Body>
saring_status Guard(Body body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return SARING_NO_MEMORY;
  } catch (...) {
    return SARING_INTERNAL;
  }
}

bool IsText(const char* text, size_t size) {
  return text != nullptr || size == 0;
}

std::string_view View(const char* text, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(text, size);
}

bool IsListing(const saring_listing* listing) {
  return listing != nullptr && listing->struct_size >= kListingSize1 &&
         IsText(listing->id, listing->id_size) &&
         IsText(listing->title, listing->title_size) &&
         IsText(listing->description, listing->description_size) &&
         IsText(listing->category, listing->category_size) &&
         IsText(listing->condition, listing->condition_size) &&
         IsText(listing->seller, listing->seller_size);
}

saring::Listing ViewListing(const saring_listing& listing) {
  return {View(listing.title, listing.title_size),
          View(listing.description, listing.description_size),
          View(listing.category, listing.category_size),
          View(listing.condition, listing.condition_size)};
}

uint32_t AnswerNumber(Answer::Kind answer) {
  switch (answer) {
    case Answer::Kind::kClean:
      return SARING_CLEAN;
    case Answer::Kind::kWithout:
      return SARING_WITHOUT;
    case Answer::Kind::kEmpty:
      return SARING_EMPTY;
  }
  return SARING_CLEAN;
}

// Runs `check` on the scratch, for the policy. A check that fails leaves no
// half of a verdict behind.
template <typename Check>
saring_status RunCheck(const saring_policy* policy, saring_scratch* scratch,
                       Check check) {
  scratch->rep.verdict.Clear();
  scratch->read_as.clear();
  scratch->read_as_text.clear();
  if (scratch->pinned != policy->rep) scratch->pinned = policy->rep;
  const saring_status status = Guard([&] {
    check();
    const saring::Evidence& evidence = scratch->rep.evidence;
    for (const uint32_t piece : scratch->rep.verdict.pieces) {
      scratch->read_as.push_back(scratch->read_as_text.size());
      evidence.AppendReadAs(evidence.hits[piece], &scratch->read_as_text);
      scratch->read_as_text += '\0';
    }
    return SARING_OK;
  });
  if (status != SARING_OK) scratch->rep.verdict.Clear();
  return status;
}

void Fill(const saring_scratch& scratch, saring_verdict* verdict) {
  const saring::Verdict& v = scratch.rep.verdict;
  verdict->action = static_cast<uint32_t>(v.action);
  verdict->flags = v.text_cut ? SARING_TEXT_CUT : 0;
  verdict->answer = AnswerNumber(v.answer);
  verdict->rule_count = static_cast<uint32_t>(v.fired.size());
  verdict->rule_id = v.fired.empty()
                         ? nullptr
                         : scratch.pinned->rules[v.fired[0].rule].id.c_str();
  const bool without = v.answer == Answer::Kind::kWithout;
  verdict->answer_text = without ? v.answer_text.data() : nullptr;
  verdict->answer_text_size = without ? v.answer_text.size() : 0;
}

// Gives out what `read` makes of `text`.
template <typename Read>
saring_status GiveWords(const saring_policy* policy, saring_scratch* scratch,
                        const char* text, size_t size, const char** words,
                        size_t* words_size, Read read) {
  if (policy == nullptr || scratch == nullptr || !IsText(text, size) ||
      words == nullptr || words_size == nullptr) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring_status status = RunCheck(policy, scratch, [&] {
    scratch->text = read(*policy->rep, View(text, size), &scratch->rep);
  });
  if (status != SARING_OK) return status;
  *words = scratch->text.c_str();
  *words_size = scratch->text.size();
  return SARING_OK;
}

}  // namespace

const char* saring_version(void) { return SARING_VERSION; }

uint32_t saring_abi(void) { return SARING_ABI; }

const char* saring_status_text(saring_status status) {
  switch (status) {
    case SARING_OK:
      return "ok";
    case SARING_INVALID_ARGUMENT:
      return "invalid argument";
    case SARING_BAD_POLICY:
      return "the policy has faults";
    case SARING_NO_MEMORY:
      return "out of memory";
    case SARING_INTERNAL:
      return "internal fault of libsaring";
    case SARING_NOT_SAVED:
      return "the file could not be written";
  }
  return "unknown status";
}

saring_status saring_policy_create(const char* path, saring_policy** policy,
                                   saring_error** error) {
  if (path == nullptr || policy == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    std::string faults;
    auto ruleset = saring::LoadRuleset(path, &faults);
    if (ruleset == nullptr) {
      if (error != nullptr) *error = new saring_error{std::move(faults)};
      return SARING_BAD_POLICY;
    }
    *policy = new saring_policy{std::move(ruleset)};
    return SARING_OK;
  });
}

saring_status saring_policy_save(const saring_policy* policy, const char* path,
                                 saring_error** error) {
  if (policy == nullptr || path == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    std::string faults;
    if (saring::SaveRuleset(*policy->rep, path, &faults)) return SARING_OK;
    if (error != nullptr) *error = new saring_error{std::move(faults)};
    return SARING_NOT_SAVED;
  });
}

saring_policy* saring_policy_share(const saring_policy* policy) {
  if (policy == nullptr) return nullptr;
  return new (std::nothrow) saring_policy{policy->rep};
}

void saring_policy_free(saring_policy* policy) { delete policy; }

const char* saring_policy_name(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->name.c_str();
}

const char* saring_policy_revision(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->revision.c_str();
}

const char* saring_policy_fingerprint(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->fingerprint.c_str();
}

const char* saring_policy_warnings(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->warnings.c_str();
}

const char* saring_error_text(const saring_error* error) {
  return error == nullptr ? "" : error->rep.c_str();
}

void saring_error_free(saring_error* error) { delete error; }

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
  const saring_status status = RunCheck(policy, scratch, [&] {
    saring::CheckQuery(*policy->rep, View(text, size), &scratch->rep,
                       saring::Rules::kInForce, saring::Depth::kVerdict);
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
  const saring_status status = RunCheck(policy, scratch, [&] {
    saring::CheckListing(*policy->rep, ViewListing(*listing), &scratch->rep,
                         saring::Rules::kInForce, saring::Depth::kVerdict);
  });
  if (status == SARING_OK) Fill(*scratch, verdict);
  return status;
}

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

saring_status saring_normalize(const saring_policy* policy,
                               saring_scratch* scratch, const char* text,
                               size_t size, const char** words,
                               size_t* words_size) {
  return GiveWords(policy, scratch, text, size, words, words_size,
                   saring::ReadWords);
}

saring_status saring_other_words(const saring_policy* policy,
                                 saring_scratch* scratch, const char* text,
                                 size_t size, const char** words,
                                 size_t* words_size) {
  return GiveWords(policy, scratch, text, size, words, words_size,
                   saring::OtherWords);
}
