#include "plugin/cli/finding.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

struct NamedField {
  const char* name;
  Field field;
};

NamedField FieldOf(uint32_t field) {
  switch (field) {
    case SARING_TITLE:
      return {"title", Field::kText};
    case SARING_DESCRIPTION:
      return {"description", Field::kDescription};
    case SARING_CATEGORY:
      return {"category", Field::kCategory};
    default:
      return {"condition", Field::kCondition};
  }
}

std::string Slice(const std::string& text, size_t begin, size_t end) {
  begin = std::min(begin, text.size());
  return text.substr(begin, std::max(begin, end) - begin);
}

}  // namespace

As ParseAs(const std::string& word) {
  if (word == "query") return As::kQuery;
  if (word == "listing") return As::kListing;
  throw UsageError("--as: expected query or listing, not '" + word + "'");
}

std::string DefaultText(As as) { return as == As::kQuery ? "text" : "title"; }

std::string ActionName(uint32_t action) {
  if (action >= SARING_HIDE) return "hide";
  if (action >= SARING_DEMOTE) return "demote";
  if (action >= SARING_REVIEW) return "review";
  return "show";
}

nlohmann::ordered_json ToJson(const Evidence& evidence) {
  return {{"rule", evidence.rule},   {"list", evidence.list},
          {"term", evidence.term},   {"field", evidence.field},
          {"begin", evidence.begin}, {"end", evidence.end},
          {"text", evidence.text},   {"read_as", evidence.read_as},
          {"step", evidence.step}};
}

std::string Reason(const Finding& finding) {
  if (!finding.override_reason.empty() && finding.rules.empty()) {
    return "reviewer: " + finding.override_reason;
  }
  if (finding.rules.empty()) return "";
  const std::string& deciding = finding.rules[0];
  std::string reason = deciding;
  const char* before = ": ";
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.rule != deciding) break;
    reason += before + evidence.list + " \"" + evidence.text + '"';
    if (evidence.step != "as written") {
      reason += " -> " + evidence.read_as + " (" + evidence.step + ")";
    }
    if (evidence.field != "title") reason += " in the " + evidence.field;
    before = ", ";
  }
  before = "; also ";
  for (size_t i = 1; i < finding.rules.size(); ++i) {
    reason += before + finding.rules[i];
    before = ", ";
  }
  return reason;
}

saring_listing ListingOf(const Row& row) {
  saring_listing listing = {};
  listing.struct_size = sizeof(listing);
  const auto set = [&row](Field field, const char** text, size_t* size) {
    *text = row[field].data();
    *size = row[field].size();
  };
  set(Field::kId, &listing.id, &listing.id_size);
  set(Field::kText, &listing.title, &listing.title_size);
  set(Field::kDescription, &listing.description, &listing.description_size);
  set(Field::kCategory, &listing.category, &listing.category_size);
  set(Field::kCondition, &listing.condition, &listing.condition_size);
  set(Field::kSeller, &listing.seller, &listing.seller_size);
  return listing;
}

Examiner::Examiner(const saring_policy* policy, saring_monitor* monitor)
    : policy_(saring_policy_share(policy)), scratch_(MakeScratch()) {
  if (policy_ == nullptr) Require(SARING_NO_MEMORY);
  Require(saring_scratch_watch(scratch_.get(), monitor));
}

Finding Examiner::Examine(As as, const Row& row) {
  saring_verdict verdict = {};
  verdict.struct_size = sizeof(verdict);
  if (as == As::kQuery) {
    const std::string& text = row[Field::kText];
    Require(saring_check_query(policy_.get(), scratch_.get(), text.data(),
                               text.size(), &verdict));
  } else {
    const saring_listing listing = ListingOf(row);
    Require(saring_check_listing(policy_.get(), scratch_.get(), &listing,
                                 &verdict));
  }
  Finding finding{
      verdict.action, (verdict.flags & SARING_TEXT_CUT) != 0, {}, {}, {}, {}};
  for (size_t i = 0; i < verdict.rule_count; ++i) AddRule(row, i, &finding);
  for (size_t i = 0; i < verdict.shadow_count; ++i) {
    saring_rule rule = {};
    rule.struct_size = sizeof(rule);
    Require(saring_shadow_rule(scratch_.get(), i, &rule));
    finding.shadow.push_back(rule.id);
  }
  if (verdict.override_reason != nullptr) {
    finding.override_reason = verdict.override_reason;
  }
  return finding;
}

void Examiner::AddRule(const Row& row, size_t index, Finding* finding) const {
  saring_rule rule = {};
  rule.struct_size = sizeof(rule);
  Require(saring_fired_rule(scratch_.get(), index, &rule));
  finding->rules.push_back(rule.id);
  for (size_t i = 0; i < rule.evidence_count; ++i) {
    saring_evidence piece = {};
    piece.struct_size = sizeof(piece);
    Require(saring_fired_evidence(scratch_.get(), index, i, &piece));
    const NamedField field = FieldOf(piece.field);
    finding->evidence.push_back(
        {rule.id, field.name, piece.list, piece.term, piece.begin, piece.end,
         Slice(row[field.field], piece.begin, piece.end), piece.read_as,
         piece.step});
  }
}

}  // namespace saring::cli
