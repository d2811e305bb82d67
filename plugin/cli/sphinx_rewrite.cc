#include "plugin/cli/sphinx_rewrite.h"

#include <nlohmann/json.hpp>
#include <string>

#include "plugin/cli/failure.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/input_file.h"
#include "plugin/cli/library.h"
#include "plugin/cli/line_reader.h"
#include "plugin/cli/output.h"
#include "plugin/cli/sphinx_match.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string AnswerName(uint32_t answer) {
  if (answer >= SARING_EMPTY) return "empty";
  if (answer >= SARING_WITHOUT) return "without";
  return "clean";
}

// The rules that fired, and what to tell the buyer: the notice of the first.
void AddRules(const saring_scratch* scratch, uint32_t count, Json* json) {
  (*json)["rules"] = Json::array();
  (*json)["notice"] = "";
  for (uint32_t i = 0; i < count; ++i) {
    saring_rule rule = {};
    rule.struct_size = sizeof rule;
    Require(saring_fired_rule(scratch, i, &rule));
    (*json)["rules"].push_back(rule.id);
    if (i == 0) (*json)["notice"] = rule.buyer_notice;
  }
}

// A match that is to run stays as it is unless the policy takes words out of
// it; then the words that are left are looked for, without operators.
Json Rewrite(const saring_policy* policy, saring_scratch* scratch,
             std::string_view match) {
  const std::string words = SoughtWords(match);
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(saring_check_query(policy, scratch, words.data(), words.size(),
                             &verdict));
  const std::string answer = AnswerName(verdict.answer);
  Json json = {{"action", ActionName(verdict.action)},
               {"answer", answer},
               {"match", nullptr}};
  if (answer != "empty") {
    const std::string runs =
        answer == "clean"
            ? std::string(match)
            : MatchOfWords({verdict.answer_text, verdict.answer_text_size});
    json["match"] = runs;
    json["select"] = "stored_action>=20 AS demoted, WEIGHT() AS relevance";
    json["where"] = "MATCH(" + SphinxQlString(runs) + ") AND stored_action<30";
    json["order_by"] = "demoted ASC, relevance DESC";
  }
  AddRules(scratch, verdict.rule_count, &json);
  return json;
}

}  // namespace

void RewriteForSphinx(const saring_policy* policy) {
  const ScratchHandle scratch = MakeScratch();
  InputFile file("-");
  LineReader lines(
      [&file](char* to, size_t size) { return file.Read(to, size); });
  std::string_view line;
  for (;;) {
    const LineReader::Got got = lines.Next(&line);
    if (got == LineReader::Got::kEnd) return;
    if (got == LineReader::Got::kTooLong) {
      throw Failure("standard input:" + std::to_string(lines.line_number()) +
                    ": longer than " + std::to_string(kMaxRecordBytes) +
                    " bytes");
    }
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    PrintJsonLine(Rewrite(policy, scratch.get(), line));
    FlushOutput();
  }
}

}  // namespace saring::cli
