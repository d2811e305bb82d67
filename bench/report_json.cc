#include "bench/report_json.h"

#include <nlohmann/json.hpp>

namespace saring::quality {
namespace {

using json = nlohmann::ordered_json;

json ToValue(const Identity& identity) {
  return {{"name", identity.policy},
          {"revision", identity.revision},
          {"fingerprint", identity.fingerprint}};
}

json ToValue(const ListedRow& row) {
  json value = {{"line", row.line}, {"text", row.text}};
  if (!row.kind.empty()) value["kind"] = row.kind;
  if (!row.note.empty()) value["note"] = row.note;
  if (row.label) value["label"] = NameOf(*row.label);
  if (!row.finding.outcome) {
    value["invalid"] = row.finding.invalid;
    return value;
  }
  value["answer"] = NameOf(*row.finding.outcome);
  value["rules"] = row.finding.rules;
  value["evidence"] = json::array();
  for (const Evidence& evidence : row.finding.evidence) {
    value["evidence"].push_back({{"list", evidence.list},
                                 {"term", evidence.term},
                                 {"matched", evidence.matched},
                                 {"step", evidence.step}});
  }
  return value;
}

json ToValue(const std::vector<ListedRow>& rows) {
  json value = json::array();
  for (const ListedRow& row : rows) value.push_back(ToValue(row));
  return value;
}

json ToValue(const ConfusionTable& table) {
  json value = {{"rows", table.rows()},
                {"right", table.right()},
                {"invalid", table.invalid()}};
  for (const Outcome label : kOutcomes) {
    json answers = {{"rows", table.rows(label)}};
    for (const Outcome answer : kOutcomes) {
      answers[std::string(NameOf(answer))] = table.count(label, answer);
    }
    value["answers"][std::string(NameOf(label))] = std::move(answers);
  }
  for (const NamedError& error : kNamedErrors) {
    value["errors"][std::string(error.name)] =
        table.count(error.label, error.answer);
  }
  return value;
}

json ToValue(const DisguiseScore::Count& count) {
  return {{"tried", count.tried}, {"missed", count.missed}};
}

json ToValue(const std::vector<DisguiseScore>& scores) {
  json value = json::object();
  for (const DisguiseScore& score : scores) {
    value[std::string(score.name)] = {{"one_word", ToValue(score.one_word)},
                                      {"all_words", ToValue(score.all_words)}};
  }
  return value;
}

json ToValue(const LabelledScore& score) {
  json value = {{"all", ToValue(score.all)}};
  if (!score.kinds.empty()) {
    value["plain"] = ToValue(score.plain);
    value["disguised"] = ToValue(score.disguised);
    for (const auto& [kind, table] : score.kinds) {
      value["kinds"][kind] = ToValue(table);
    }
  }
  value["in_disguise"] = ToValue(score.in_disguise);
  value["wrong"] = ToValue(score.wrong);
  value["invalid"] = ToValue(score.invalid);
  return value;
}

json ToValue(const TitlesScore& score) {
  return {{"hidden", ToValue(score.hidden)},
          {"demoted", ToValue(score.demoted)},
          {"invalid", ToValue(score.invalid)}};
}

json ToValue(const CommentsScore& score) {
  return {{"policy", ToValue(score.identity)},
          {"terms", score.terms},
          {"missed", ToValue(score.missed)},
          {"innocents_hit", ToValue(score.hit)},
          {"invalid", ToValue(score.invalid)}};
}

json ToValue(const PeerTable& peers) {
  json value = {{"terms", peers.terms}, {"sets", json::object()}};
  for (const auto& column : peers.columns) {
    value["sets"][column.name] = column.rows;
  }
  value["found"] = json::object();
  for (const PeerScore& score : peers.scores) {
    json& found = value["found"][score.name];
    if (!score.absent.empty()) {
      found = {{"absent", score.absent}};
      continue;
    }
    for (size_t i = 0; i < peers.columns.size(); ++i) {
      found[peers.columns[i].name] = score.found[i];
    }
  }
  return value;
}

}  // namespace

std::string ToJson(const Report& report) {
  json value = {{"library", report.identity.library},
                {"policy", ToValue(report.identity)},
                {"figures", json::object()},
                {"missing", report.missing},
                {"peers", ToValue(report.peers)},
                {"own", ToValue(report.own)}};
  for (const auto& [name, figure] : FiguresOf(report)) {
    value["figures"][name] = figure ? json(*figure) : json();
  }
  if (report.dev) value["dev"] = ToValue(*report.dev);
  if (report.titles) value["titles"] = ToValue(*report.titles);
  if (report.comments) value["comments"] = ToValue(*report.comments);
  return value.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace saring::quality
