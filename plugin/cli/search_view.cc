#include "plugin/cli/search_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "plugin/cli/display.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/listing_data.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kRankColumns = 4;
constexpr size_t kMaxIdColumns = 30;
constexpr size_t kTitleColumns = 50;

const char* AnswerName(saring_answer answer) {
  if (answer >= SARING_EMPTY) return "empty";
  return answer >= SARING_WITHOUT ? "without" : "clean";
}

Json HitJson(const Hit& hit) {
  return {{"rank", hit.rank},
          {"id", hit.listing[Field::kId]},
          {"title", hit.listing[Field::kText]},
          {"price", PriceJson(hit.listing[Field::kPrice])},
          {"action", ActionName(hit.action)},
          {"rules", hit.rules}};
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return Printable(text);
}

std::string RulesText(const saring::xapian::Interception& query) {
  std::vector<std::string> names;
  for (const saring::xapian::FiredRule& rule : query.rules) {
    names.push_back(rule.id);
  }
  return ActionName(query.action) + " (" + Joined(names) + ")";
}

std::string HitText(const Hit& hit, size_t id_columns) {
  const std::string rank = std::to_string(hit.rank);
  std::string line =
      std::string(kRankColumns - std::min(rank.size(), kRankColumns), ' ') +
      rank + "  " + FitColumns(Printable(hit.listing[Field::kId]), id_columns) +
      "  " + FitColumns(Printable(hit.listing[Field::kText]), kTitleColumns) +
      "  " + Printable(hit.listing[Field::kPrice]);
  if (hit.action > SARING_SHOW || !hit.rules.empty()) {
    line += "  " + ActionName(hit.action) + " (" + Joined(hit.rules) + ")";
  }
  return line + '\n';
}

}  // namespace

Json PageJson(const std::string& query, const Page& page) {
  Json rules = Json::array();
  for (const saring::xapian::FiredRule& rule : page.query.rules) {
    rules.push_back({{"id", rule.id},
                     {"action", ActionName(rule.action)},
                     {"law", rule.law},
                     {"notice", rule.buyer_notice}});
  }
  Json results = Json::array();
  for (const Hit& hit : page.hits) results.push_back(HitJson(hit));
  return {{"query", query},
          {"text", page.query.text},
          {"action", ActionName(page.query.action)},
          {"answer", AnswerName(page.query.answer)},
          {"notice", page.query.notice},
          {"stale", page.query.stale},
          {"total", page.total},
          {"rules", rules},
          {"results", results}};
}

std::string HeadingText(const std::string& query, const Page& with) {
  const saring::xapian::Interception& asked = with.query;
  std::string text = Printable(query) + '\n';
  if (asked.stale) {
    text +=
        "stale: the database was tagged by another policy; saring retag "
        "brings it up to date\n";
  }
  if (asked.rules.empty()) return text;
  text += "query: " + RulesText(asked) + '\n';
  if (asked.answer == SARING_WITHOUT) {
    text += "searched: " + Printable(asked.text) + '\n';
  }
  if (asked.answer == SARING_EMPTY) text += "searched: nothing\n";
  if (!asked.notice.empty()) {
    text += "notice: " + Printable(asked.notice) + '\n';
  }
  return text;
}

std::string PageText(const std::string& query, const Page& page) {
  std::string text =
      HeadingText(query, page) + std::to_string(page.total) + " found\n";
  size_t id_columns = 0;
  for (const Hit& hit : page.hits) {
    id_columns = std::max(id_columns, hit.listing[Field::kId].size());
  }
  id_columns = std::min(id_columns, kMaxIdColumns);
  for (const Hit& hit : page.hits) text += HitText(hit, id_columns);
  return text;
}

}  // namespace saring::cli
