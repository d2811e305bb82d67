#include "plugin/cli/retag_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "plugin/cli/display.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;
using saring::xapian::RetagChanges;
using saring::xapian::RetagReport;

void AddChanges(const RetagChanges& more, RetagChanges* all) {
  all->hidden += more.hidden;
  all->demoted += more.demoted;
  all->released += more.released;
}

void AddTo(Json* json, const RetagChanges& changes) {
  (*json)["hidden"] = changes.hidden;
  (*json)["demoted"] = changes.demoted;
  (*json)["released"] = changes.released;
}

std::string ChangesText(const RetagChanges& changes) {
  return std::to_string(changes.hidden) + " hidden, " +
         std::to_string(changes.demoted) + " demoted, " +
         std::to_string(changes.released) + " released";
}

}  // namespace

void AddReport(const RetagReport& shard, RetagReport* all) {
  all->documents += shard.documents;
  all->written += shard.written;
  all->new_tagged += shard.new_tagged;
  AddChanges(shard.changes, &all->changes);
  for (const auto& [rule, changes] : shard.rules) {
    AddChanges(changes, &all->rules[rule]);
  }
  all->current = all->current && shard.current;
  all->resumed_after = std::max(all->resumed_after, shard.resumed_after);
}

Json RetagJson(const RetagReport& report) {
  Json json = {{"documents", report.documents},
               {"written", report.written},
               {"new_tagged", report.new_tagged}};
  AddTo(&json, report.changes);
  json["rules"] = Json::array();
  for (const auto& [rule, changes] : report.rules) {
    Json& of_rule = json["rules"].emplace_back(Json{{"id", rule}});
    AddTo(&of_rule, changes);
  }
  json["current"] = report.current;
  json["resumed"] = report.resumed_after > 0;
  return json;
}

std::string RetagText(const RetagReport& report) {
  if (report.current && report.documents == 0) {
    return "tagged by this policy already; nothing to do\n";
  }
  std::string text = std::to_string(report.documents) + " looked at, " +
                     std::to_string(report.written) + " with other tags (" +
                     std::to_string(report.new_tagged) +
                     " never tagged before): now " +
                     ChangesText(report.changes) + '\n';
  for (const auto& [rule, changes] : report.rules) {
    text += "  " + Printable(rule) + ": " + ChangesText(changes) + '\n';
  }
  return text;
}

}  // namespace saring::cli
