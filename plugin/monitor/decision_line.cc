#include "plugin/monitor/decision_line.h"

#include <nlohmann/json.hpp>

#include "plugin/monitor/masking.h"
#include "plugin/monitor/statement.h"
#include "plugin/monitor/times.h"
#include "plugin/report/names.h"

namespace saring {
namespace {

using Json = nlohmann::ordered_json;

Json RuleJson(const Decision::Rule& rule) {
  return {{"id", rule.id},
          {"action", ActionName(rule.action)},
          {"softened", rule.softened}};
}

Json RulesJson(const std::vector<Decision::Rule>& rules) {
  Json json = Json::array();
  for (const Decision::Rule& rule : rules) json.push_back(RuleJson(rule));
  return json;
}

Json PieceJson(const Decision::Piece& piece) {
  return {{"rule", piece.rule},          {"list", piece.list},
          {"term", piece.term},          {"field", FieldName(piece.field)},
          {"begin", piece.begin},        {"end", piece.end},
          {"text", Masked(piece.text)},  {"read_as", Masked(piece.read_as)},
          {"step", StepName(piece.step)}};
}

}  // namespace

std::string DecisionLine(const Decision& decision, std::string_view puid) {
  const bool is_query = decision.asked == Asked::kQuery;
  Json json = {{"time", TimeText(decision.microseconds)},
               {"puid", puid},
               {"as", is_query ? "query" : "listing"},
               {"action", ActionName(decision.action)}};
  if (is_query) json["answer"] = AnswerName(decision.answer);
  if (!decision.id.empty()) json["id"] = decision.id;
  if (!decision.seller.empty()) json["seller"] = decision.seller;
  json["text"] = Masked(decision.text);
  if (decision.text.size() < decision.text_size) json["text_cut"] = true;
  json["policy"] = {{"name", decision.policy},
                    {"revision", decision.revision},
                    {"fingerprint", decision.fingerprint}};
  if (decision.overridden) {
    json["override_reason"] = Masked(decision.override_reason);
  }
  if (decision.over_budget) json["over_budget"] = true;
  json["rules"] = RulesJson(decision.rules);
  if (!decision.shadow.empty()) json["shadow"] = RulesJson(decision.shadow);
  json["evidence"] = Json::array();
  for (const auto& piece : decision.evidence) {
    json["evidence"].push_back(PieceJson(piece));
  }
  if (decision.rules_left_out > 0) {
    json["rules_left_out"] = decision.rules_left_out;
  }
  if (decision.evidence_left_out > 0) {
    json["evidence_left_out"] = decision.evidence_left_out;
  }
  if (HasStatement(decision)) json["statement"] = StatementOf(decision, puid);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace saring
