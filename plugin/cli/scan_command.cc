#include <map>
#include <nlohmann/json.hpp>

#include "plugin/cli/commands.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/output.h"
#include "plugin/cli/row_input.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;

Json ToJson(const Row& row, const Finding& finding) {
  Json json = {{"row", row.line}};
  if (!row[Field::kId].empty()) json["id"] = row[Field::kId];
  json["text"] = row[Field::kText];
  json["action"] = ActionName(finding.action);
  json["rules"] = finding.rules;
  json["evidence"] = Json::array();
  for (const Evidence& evidence : finding.evidence) {
    json["evidence"].push_back(ToJson(evidence));
  }
  if (finding.text_cut) json["text_cut"] = true;
  return json;
}

void TellSummary(const RowInput& input,
                 const std::map<std::string, uint64_t>& counts) {
  std::string summary = std::to_string(input.rows()) + " rows:";
  for (const uint32_t action :
       {SARING_SHOW, SARING_REVIEW, SARING_DEMOTE, SARING_HIDE}) {
    const auto at = counts.find(ActionName(action));
    summary += ' ' + std::to_string(at == counts.end() ? 0 : at->second) + ' ' +
               ActionName(action) + ',';
  }
  Tell(summary + ' ' + std::to_string(input.bad_rows()) + " bad");
}

}  // namespace

int RunScan(const ScanOptions& options) {
  const As as = ParseAs(options.as);
  const PolicyHandle policy = LoadPolicy(options.policy);
  RowInput input(options.input, DefaultText(as), "scanning");
  Examiner examiner(policy.get());
  std::map<std::string, uint64_t> counts;
  Row row;
  while (input.Next(&row)) {
    const Finding finding = examiner.Examine(as, row);
    ++counts[ActionName(finding.action)];
    PrintJsonLine(ToJson(row, finding));
  }
  FlushOutput();
  TellSummary(input, counts);
  return input.bad_rows() == 0 ? kExitOk : kExitFailed;
}

}  // namespace saring::cli
