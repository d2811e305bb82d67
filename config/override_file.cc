#include "config/override_file.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "config/date.h"
#include "config/nearest.h"
#include "config/source_text.h"
#include "config/utf8.h"

namespace saring {
namespace {

enum Column : size_t { kId, kAction, kReason, kUntil, kRule };

constexpr std::string_view kColumns[] = {"id", "action", "reason", "until",
                                         "rule"};
constexpr size_t kRequired = 3;  // of them, from the first

struct Value {
  std::string_view text;  // without spaces around it
  uint32_t column = 0;    // on its line
};

// The values of a line, between tabs.
std::vector<Value> Split(std::string_view line) {
  constexpr std::string_view kBlanks = " \r";
  std::vector<Value> values;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    std::string_view text = line.substr(begin, end - begin);
    const size_t blanks =
        std::min(text.find_first_not_of(kBlanks), text.size());
    text.remove_prefix(blanks);
    while (!text.empty() && kBlanks.find(text.back()) != kBlanks.npos) {
      text.remove_suffix(1);
    }
    values.push_back({text, static_cast<uint32_t>(begin + blanks + 1)});
    begin = end + 1;
  }
  return values;
}

class OverrideReader {
 public:
  OverrideReader(uint32_t file, Policy* policy, FaultList* faults)
      : file_(file), policy_(*policy), faults_(*faults) {
    for (const Rule& rule : policy_.rules) rules_.emplace(rule.id.text, &rule);
  }

  void Read(std::string_view text) {
    bool has_header = false;
    for (line_ = 1; !text.empty(); ++line_) {
      const size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (line.find_first_not_of(" \t\r") == line.npos) continue;
      if (has_header) {
        ReadRow(line);
      } else if (!ReadHeader(line)) {
        return;
      }
      has_header = true;
    }
    if (!has_header) Error(0, "a file of overrides begins with " + Header());
  }

 private:
  static std::string Header() {
    return "a line that names its columns: id, action, reason and, if need "
           "be, until and rule, with tabs between";
  }

  // False after a fault, when no row can be understood.
  bool ReadHeader(std::string_view line) {
    const std::vector<Value> names = Split(line);
    at_.fill(kAbsent);
    bool good = true;
    for (size_t i = 0; i < names.size(); ++i) {
      good = TakeColumn(names[i], i) && good;
    }
    columns_ = names.size();
    for (size_t column = 0; good && column < kRequired; ++column) {
      if (at_[column] != kAbsent) continue;
      good = Error(1, "there is no column '" + std::string(kColumns[column]) +
                          "'; expected " + Header());
    }
    return good;
  }

  bool TakeColumn(const Value& name, size_t i) {
    if (FindBadByte(name.text)) {
      return Error(name.column, "this is no text; expected " + Header());
    }
    const auto known =
        std::find(std::begin(kColumns), std::end(kColumns), name.text);
    if (known == std::end(kColumns)) {
      return Error(name.column, "unknown column " + Quote(name.text) +
                                    "; expected " + Header());
    }
    size_t& at = at_[static_cast<size_t>(known - std::begin(kColumns))];
    if (at != kAbsent) {
      return Error(name.column,
                   "column " + Quote(name.text) + " is given twice");
    }
    at = i;
    return true;
  }

  void ReadRow(std::string_view line) {
    if (const auto bad = FindBadByte(line)) {
      return PassOver(static_cast<uint32_t>(bad->at + 1), bad->problem);
    }
    values_ = Split(line);
    if (values_.size() > columns_) {
      return PassOver(values_[columns_].column,
                      "more values than the " + std::to_string(columns_) +
                          " columns that the first line names");
    }
    Override one;
    if (!ReadId(&one) || !ReadAction(&one) || !ReadReason(&one) ||
        !ReadUntil(&one) || !ReadRule(&one)) {
      return;
    }
    Add(std::move(one));
  }

  // The value of a column; where it is absent an empty one.
  Value Of(Column column) const {
    const size_t at = at_[column];
    return at < values_.size() ? values_[at] : Value{"", 1};
  }

  bool ReadId(Override* one) {
    const Value id = Of(kId);
    one->listing = id.text;
    return !id.text.empty() || Refuse(id.column, "it names no listing");
  }

  bool ReadAction(Override* one) {
    static const std::vector<std::string_view> kNames = {"show", "review",
                                                         "demote", "hide"};
    constexpr Action kActions[] = {Action::kShow, Action::kReview,
                                   Action::kDemote, Action::kHide};
    const Value action = Of(kAction);
    const auto name = std::find(kNames.begin(), kNames.end(), action.text);
    if (name == kNames.end()) {
      return Refuse(action.column,
                    "expected show, review, demote or hide, found " +
                        Quote(action.text) + DidYouMean(action.text, kNames));
    }
    one->action = kActions[name - kNames.begin()];
    return true;
  }

  bool ReadReason(Override* one) {
    const Value reason = Of(kReason);
    one->reason = reason.text;
    return !reason.text.empty() || Refuse(reason.column, "it gives no reason");
  }

  bool ReadUntil(Override* one) {
    const Value until = Of(kUntil);
    if (until.text.empty()) return true;
    one->until = ParseDate(until.text);
    return one->until || Refuse(until.column,
                                "expected a day such as 2026-11-23 or nothing, "
                                "found " +
                                    Quote(until.text));
  }

  bool ReadRule(Override* one) {
    const Value rule = Of(kRule);
    one->rule = rule.text;
    if (rule.text.empty()) return true;
    const auto known = rules_.find(rule.text);
    if (known == rules_.end()) {
      std::vector<std::string_view> ids;
      for (const Rule& other : policy_.rules) ids.push_back(other.id.text);
      return Refuse(rule.column, "there is no rule " + Quote(rule.text) +
                                     DidYouMean(rule.text, ids));
    }
    return known->second->applies_to_listing ||
           Refuse(rule.column,
                  "rule " + Quote(rule.text) + " does not apply to listings");
  }

  void Add(Override one) {
    // No id holds a line feed.
    const auto [first, added] = seen_.emplace(
        one.listing + '\n' + one.rule, Row{policy_.overrides.size(), line_});
    if (added) {
      policy_.overrides.push_back(std::move(one));
      return;
    }
    Warn(1, "listing " + Quote(one.listing) +
                (one.rule.empty() ? "" : " with rule " + Quote(one.rule)) +
                " stands on line " + std::to_string(first->second.line) +
                " too; this row counts");
    first->second.line = line_;
    policy_.overrides[first->second.index] = std::move(one);
  }

  bool Error(uint32_t column, std::string message) {
    faults_.Error(policy_.At({file_, column == 0 ? 0 : line_, column}),
                  std::move(message));
    return false;
  }
  void Warn(uint32_t column, std::string message) {
    faults_.Warning(policy_.At({file_, line_, column}), std::move(message));
  }
  void PassOver(uint32_t column, const std::string& problem) {
    Warn(column, "this row is passed over: " + problem);
  }
  bool Refuse(uint32_t column, const std::string& problem) {
    PassOver(column, problem);
    return false;
  }

  struct Row {
    size_t index;  // into Policy::overrides
    uint32_t line;
  };
  static constexpr size_t kAbsent = SIZE_MAX;

  const uint32_t file_;
  Policy& policy_;
  FaultList& faults_;
  std::unordered_map<std::string_view, const Rule*> rules_;
  std::unordered_map<std::string, Row> seen_;        // by listing and rule
  std::array<size_t, std::size(kColumns)> at_ = {};  // of each, in a row
  size_t columns_ = 0;
  uint32_t line_ = 0;
  std::vector<Value> values_;  // of the row that is read
};

}  // namespace

void ReadOverrides(const std::optional<Written>& name, PolicyFiles* files,
                   Policy* policy, FaultList* faults) {
  if (!name) return;
  const auto file = files->Read(*name);
  if (!file) return;
  OverrideReader(file->number, policy, faults)
      .Read(WithoutByteOrderMark(file->bytes));
}

}  // namespace saring
