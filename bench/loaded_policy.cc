#include "bench/loaded_policy.h"

#include <new>

#include "bench/tsv.h"

namespace saring::quality {
namespace {

// A struct of the C ABI that says how large it is.
template <typename T>
T Sized() {
  T value{};
  value.struct_size = sizeof(T);
  return value;
}

Finding Invalid(std::string why) {
  Finding finding;
  finding.invalid = std::move(why);
  return finding;
}

std::optional<Outcome> OutcomeOf(uint32_t action) {
  switch (action) {
    case SARING_SHOW:
    case SARING_REVIEW:
      return Outcome::kAllow;
    case SARING_DEMOTE:
      return Outcome::kDemote;
    case SARING_HIDE:
      return Outcome::kHide;
  }
  return std::nullopt;
}

}  // namespace

LoadedPolicy::LoadedPolicy(const std::filesystem::path& path)
    : policy_(nullptr, saring_policy_free),
      scratch_(saring_scratch_create(), saring_scratch_free) {
  if (scratch_ == nullptr) throw std::bad_alloc();
  saring_policy* policy = nullptr;
  saring_error* error = nullptr;
  const saring_status status =
      saring_policy_create(path.c_str(), &policy, &error);
  policy_.reset(policy);
  if (status == SARING_OK) return;
  std::string message = path.string() + ": " + saring_status_text(status);
  if (error != nullptr) message.append("\n").append(saring_error_text(error));
  saring_error_free(error);
  throw DataFault(message);
}

Identity LoadedPolicy::identity() const {
  return {saring_version(), saring_policy_name(policy_.get()),
          saring_policy_revision(policy_.get()),
          saring_policy_fingerprint(policy_.get())};
}

Finding LoadedPolicy::AskQuery(std::string_view text) {
  auto verdict = Sized<saring_verdict>();
  const saring_status status = saring_check_query(
      policy_.get(), scratch_.get(), text.data(), text.size(), &verdict);
  return Explain(status, verdict, text);
}

Finding LoadedPolicy::AskTitle(std::string_view text) {
  auto listing = Sized<saring_listing>();
  listing.title = text.data();
  listing.title_size = text.size();
  auto verdict = Sized<saring_verdict>();
  const saring_status status =
      saring_check_listing(policy_.get(), scratch_.get(), &listing, &verdict);
  return Explain(status, verdict, text);
}

Finding LoadedPolicy::Explain(saring_status status,
                              const saring_verdict& verdict,
                              std::string_view text) const {
  if (status != SARING_OK) return Invalid(saring_status_text(status));
  Finding finding;
  finding.outcome = OutcomeOf(verdict.action);
  if (!finding.outcome) {
    return Invalid("action " + std::to_string(verdict.action));
  }
  if ((verdict.rule_count == 0) != (verdict.action == SARING_SHOW)) {
    return Invalid("an action without a rule, or a rule without an action");
  }
  for (size_t i = 0; i < verdict.rule_count; ++i) {
    auto rule = Sized<saring_rule>();
    if (saring_fired_rule(scratch_.get(), i, &rule) != SARING_OK) {
      return Invalid("a rule that fired cannot be had");
    }
    finding.rules.emplace_back(rule.id);
    for (size_t e = 0; i == 0 && e < rule.evidence_count; ++e) {
      auto evidence = Sized<saring_evidence>();
      if (saring_fired_evidence(scratch_.get(), i, e, &evidence) != SARING_OK ||
          evidence.begin >= evidence.end || evidence.end > text.size()) {
        return Invalid("evidence that is not in the text");
      }
      finding.evidence.push_back(
          {evidence.list, evidence.term,
           std::string(
               text.substr(evidence.begin, evidence.end - evidence.begin)),
           evidence.step});
    }
    if (finding.evidence.empty()) return Invalid("a rule without evidence");
  }
  return finding;
}

}  // namespace saring::quality
