#include "plugin/monitor/decision_line.h"

#include "plugin/monitor/json_object.h"
#include "plugin/monitor/masking.h"
#include "plugin/monitor/statement.h"
#include "plugin/monitor/times.h"
#include "plugin/report/names.h"

namespace saring {
namespace {

void AppendRule(const Decision::Rule& rule, std::string* json) {
  JsonObject object(json);
  object.AddText("id", rule.id);
  object.AddText("action", ActionName(rule.action));
  object.AddFlag("softened", rule.softened);
}

void AppendPiece(const Decision::Piece& piece, std::string* json) {
  JsonObject object(json);
  object.AddText("rule", piece.rule);
  object.AddText("list", piece.list);
  object.AddText("term", piece.term);
  object.AddText("field", FieldName(piece.field));
  object.AddNumber("begin", piece.begin);
  object.AddNumber("end", piece.end);
  object.AddText("text", Masked(piece.text));
  object.AddText("read_as", Masked(piece.read_as));
  object.AddText("step", StepName(piece.step));
}

// Who decided what, when, on which text.
void AddSubject(const Decision& decision, std::string_view puid,
                JsonObject* line) {
  const bool is_query = decision.asked == Asked::kQuery;
  line->AddText("time", TimeText(decision.microseconds));
  line->AddText("puid", puid);
  line->AddText("as", is_query ? "query" : "listing");
  line->AddText("action", ActionName(decision.action));
  if (is_query) line->AddText("answer", AnswerName(decision.answer));
  if (!decision.id.empty()) line->AddText("id", decision.id);
  if (!decision.seller.empty()) line->AddText("seller", decision.seller);
  line->AddText("text", Masked(decision.text));
  if (decision.text.size() < decision.text_size) {
    line->AddFlag("text_cut", true);
  }
  line->AddJson("policy", decision.policy->json);
}

// And why.
void AddReasons(const Decision& decision, JsonObject* line) {
  if (decision.overridden) {
    line->AddText("override_reason", Masked(decision.override_reason));
  }
  if (decision.over_budget) line->AddFlag("over_budget", true);
  line->AddArray("rules", decision.rules, AppendRule);
  if (!decision.shadow.empty()) {
    line->AddArray("shadow", decision.shadow, AppendRule);
  }
  line->AddArray("evidence", decision.evidence, AppendPiece);
  if (decision.rules_left_out > 0) {
    line->AddNumber("rules_left_out", decision.rules_left_out);
  }
  if (decision.evidence_left_out > 0) {
    line->AddNumber("evidence_left_out", decision.evidence_left_out);
  }
}

}  // namespace

void AppendDecisionLine(const Decision& decision, std::string_view puid,
                        std::string* lines) {
  {
    JsonObject line(lines);
    AddSubject(decision, puid, &line);
    AddReasons(decision, &line);
    if (HasStatement(decision)) {
      AppendStatement(decision, puid, line.AddName("statement"));
    }
  }
  *lines += '\n';
}

}  // namespace saring
