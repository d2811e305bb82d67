#include "plugin/monitor/statement.h"

#include "plugin/monitor/json_object.h"
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

// rule used-fashion fired on the listing "baju b3kas": fashion "baju" in the
// title; used "b#kas" in the title, read as "bekas" (digits for letters)
std::string Facts(const Decision& decision) {
  const std::string& rule = decision.decided->id;
  std::string facts =
      "rule " + rule + " fired on the listing " + Quoted(decision.text);
  const char* before = ": ";
  for (const Decision::Piece& piece : decision.evidence) {
    if (piece.rule != rule) continue;
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

std::string Explanation(const std::string& policy, const CompiledRule& rule) {
  if (!rule.seller_notice.empty()) return rule.seller_notice;
  return "Rule " + rule.id + " of the policy " + policy +
         " does not allow this offer.";
}

}  // namespace

bool HasStatement(const Decision& decision) {
  return decision.asked == Asked::kListing &&
         decision.action >= Action::kDemote && !decision.overridden &&
         decision.decided != nullptr;
}

void AppendStatement(const Decision& decision, std::string_view puid,
                     std::string* json) {
  JsonObject statement(json);
  statement.AddJson("decision_visibility",
                    decision.action == Action::kHide
                        ? "[\"DECISION_VISIBILITY_CONTENT_DISABLED\"]"
                        : "[\"DECISION_VISIBILITY_CONTENT_DEMOTED\"]");
  statement.AddMembers(decision.decided->grounds);
  statement.AddText("application_date", DayText(decision.microseconds));
  statement.AddText("decision_facts", CutTo(kMostFacts, Facts(decision)));
  statement.AddText("puid", puid);
}

std::string GroundsOf(const std::string& policy, const CompiledRule& rule) {
  std::string json;
  {
    JsonObject grounds(&json);
    const bool by_law = !rule.law_text.empty();
    const std::string explanation =
        CutTo(kMostExplanation, Explanation(policy, rule));
    if (by_law) {
      grounds.AddText("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT");
      grounds.AddText("illegal_content_legal_ground",
                      CutTo(kMostGround, rule.law_text));
      grounds.AddText("illegal_content_explanation", explanation);
    } else {
      grounds.AddText("decision_ground",
                      "DECISION_GROUND_INCOMPATIBLE_CONTENT");
      grounds.AddText(
          "incompatible_content_ground",
          CutTo(kMostGround, "policy " + policy + ", rule " + rule.id));
      grounds.AddText("incompatible_content_explanation", explanation);
    }
    grounds.AddJson("content_type", "[\"CONTENT_TYPE_PRODUCT\"]");
    grounds.AddText("category",
                    "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS");
    grounds.AddJson("category_specification",
                    "[\"KEYWORD_PROHIBITED_PRODUCTS\"]");
    grounds.AddText("source_type", "SOURCE_VOLUNTARY");
    grounds.AddText("automated_detection", "Yes");
    grounds.AddText("automated_decision", "AUTOMATED_DECISION_FULLY");
  }
  return json.substr(1, json.size() - 2);
}

}  // namespace saring
