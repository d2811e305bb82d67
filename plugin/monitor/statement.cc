#include "plugin/monitor/statement.h"

#include <nlohmann/json.hpp>

#include "plugin/monitor/masking.h"
#include "plugin/monitor/times.h"
#include "plugin/report/names.h"

namespace saring {
namespace {

// Characters that the database takes.
constexpr size_t kMostGround = 500;
constexpr size_t kMostExplanation = 2000;
constexpr size_t kMostFacts = 5000;

// At most `most` characters of `text`.
std::string CutTo(size_t most, std::string text) {
  size_t characters = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xc0) == 0x80 || ++characters <= most) continue;
    text.resize(i);
    break;
  }
  return text;
}

std::string Quoted(std::string_view text) { return '"' + Masked(text) + '"'; }

std::string_view DecidingRule(const Decision& decision) {
  return decision.rules.empty() ? std::string_view() : decision.rules[0].id;
}

// rule used-fashion fired on the listing "baju b3kas": fashion "baju" in the
// title; used "b#kas" in the title, read as "bekas" (digits for letters)
std::string Facts(const Decision& decision) {
  std::string facts = "rule " + std::string(DecidingRule(decision)) +
                      " fired on the listing " + Quoted(decision.text);
  const char* before = ": ";
  for (const Decision::Piece& piece : decision.evidence) {
    if (piece.rule != DecidingRule(decision)) continue;
    facts += before + std::string(piece.list) + ' ' + Quoted(piece.text) +
             " in the " + std::string(FieldName(piece.field));
    if (piece.step != Step::kWritten) {
      facts += ", read as " + Quoted(piece.read_as) + " (" +
               std::string(StepName(piece.step)) + ')';
    }
    before = "; ";
  }
  return facts;
}

std::string Explanation(const Decision& decision) {
  if (!decision.notice.empty()) return std::string(decision.notice);
  return "Rule " + std::string(DecidingRule(decision)) + " of the policy " +
         std::string(decision.policy) + " does not allow this offer.";
}

}  // namespace

bool HasStatement(const Decision& decision) {
  return decision.asked == Asked::kListing &&
         decision.action >= Action::kDemote && !decision.overridden &&
         !decision.rules.empty() && decision.rules[0].action == decision.action;
}

nlohmann::ordered_json StatementOf(const Decision& decision,
                                   std::string_view puid) {
  nlohmann::ordered_json statement;
  statement["decision_visibility"] = {
      decision.action == Action::kHide ? "DECISION_VISIBILITY_CONTENT_DISABLED"
                                       : "DECISION_VISIBILITY_CONTENT_DEMOTED"};
  if (!decision.law.empty()) {
    statement["decision_ground"] = "DECISION_GROUND_ILLEGAL_CONTENT";
    statement["illegal_content_legal_ground"] =
        CutTo(kMostGround, std::string(decision.law));
    statement["illegal_content_explanation"] =
        CutTo(kMostExplanation, Explanation(decision));
  } else {
    statement["decision_ground"] = "DECISION_GROUND_INCOMPATIBLE_CONTENT";
    statement["incompatible_content_ground"] =
        CutTo(kMostGround, "policy " + std::string(decision.policy) +
                               ", rule " + std::string(DecidingRule(decision)));
    statement["incompatible_content_explanation"] =
        CutTo(kMostExplanation, Explanation(decision));
  }
  statement["content_type"] = {"CONTENT_TYPE_PRODUCT"};
  statement["category"] = "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS";
  statement["category_specification"] = {"KEYWORD_PROHIBITED_PRODUCTS"};
  statement["application_date"] = DayText(decision.microseconds);
  statement["decision_facts"] = CutTo(kMostFacts, Facts(decision));
  statement["source_type"] = "SOURCE_VOLUNTARY";
  statement["automated_detection"] = "Yes";
  statement["automated_decision"] = "AUTOMATED_DECISION_FULLY";
  statement["puid"] = puid;
  return statement;
}

}  // namespace saring
