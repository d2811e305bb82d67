#include "bench/speed/report.h"

#include <stdio.h>

#include <nlohmann/json.hpp>

#include "bench/speed/targets.h"

namespace saring::speed {
namespace {

using Json = nlohmann::ordered_json;

std::string Number(double value) {
  char text[32];
  snprintf(text, sizeof(text), value >= 100 ? "%.0f" : "%.3g", value);
  return text;
}

std::string Padded(std::string text, size_t width, bool to_right = false) {
  if (text.size() >= width) return text;
  const std::string room(width - text.size(), ' ');
  return to_right ? room + text : text + room;
}

std::string BoundOf(const Target& target) {
  return (target.at_least ? ">= " : "<= ") + Number(target.bound);
}

// "met", "missed" or why it was not measured.
std::string OutcomeOf(const Target& target, const Figures& figures) {
  if (const double* value = figures.Find(target.figure)) {
    return Meets(target, *value) ? "met" : "missed";
  }
  const auto why = figures.skipped.find(target.figure);
  if (why == figures.skipped.end()) return "not in this run";
  return "not measured: " + why->second;
}

std::string MeasuredOf(const Target& target, const Figures& figures) {
  const double* value = figures.Find(target.figure);
  return value == nullptr ? "-" : Number(*value);
}

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

Rows TargetRows(const Figures& figures) {
  Rows rows = {{"figure", "what", "target", "measured", ""}};
  for (const Target& target : Targets()) {
    rows.push_back({target.figure, target.what, BoundOf(target),
                    MeasuredOf(target, figures), OutcomeOf(target, figures)});
  }
  return rows;
}

Rows TimingRows(const Figures& figures) {
  const auto number = [](double value) {
    return value > 0 ? Number(value) : "-";
  };
  Rows rows = {{"case", "ns a text", "p50", "p99"}};
  for (const auto& [name, timing] : figures.timings) {
    rows.push_back(
        {name, number(timing.median), number(timing.p50), number(timing.p99)});
  }
  return rows;
}

Rows OtherRows(const Figures& figures) {
  Rows rows = {{"figure", "measured"}};
  for (const auto* values : {&figures.ratios, &figures.amounts}) {
    for (const auto& [name, value] : *values) {
      rows.push_back({name, Number(value)});
    }
  }
  return rows;
}

std::string InColumns(const Rows& rows) {
  std::vector<size_t> widths(rows.front().size());
  for (const Row& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      line += Padded(row[i], widths[i] + 2);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text + "\n";
}

std::string InMarkdown(const Rows& rows) {
  std::string text;
  for (size_t r = 0; r < rows.size(); ++r) {
    text += "|";
    for (const std::string& cell : rows[r]) text += " " + cell + " |";
    text += "\n";
    if (r > 0) continue;
    for (size_t i = 0; i < rows[r].size(); ++i) text += i ? "---|" : "|---|";
    text += "\n";
  }
  return text + "\n";
}

}  // namespace

std::string ToTable(const Figures& figures) {
  std::string text =
      InColumns(TimingRows(figures)) + InColumns(OtherRows(figures));
  for (const std::string& check : figures.checks) text += check + "\n";
  text += figures.agree ? "" : "ENGINES DISAGREE\n";
  return text + "\n" + InColumns(TargetRows(figures));
}

std::string ToJson(const Circumstances& circumstances, const Figures& figures) {
  Json value = {
      {"machine", circumstances.machine},   {"system", circumstances.system},
      {"compiler", circumstances.compiler}, {"commit", circumstances.commit},
      {"date", circumstances.date},         {"command", circumstances.command},
      {"texts", circumstances.texts},       {"rounds", circumstances.rounds},
      {"engines_agree", figures.agree},     {"ratios", figures.ratios},
      {"amounts", figures.amounts},         {"not_measured", figures.skipped},
      {"checks", figures.checks},           {"cases", Json::object()}};
  for (const auto& [name, timing] : figures.timings) {
    Json& one = value["cases"][name];
    one["median_ns"] = timing.median;
    if (timing.p50 > 0) one["p50_ns"] = timing.p50;
    if (timing.p99 > 0) one["p99_ns"] = timing.p99;
    one["rounds_ns"] = timing.rounds;
  }
  return value.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string ToMarkdown(const Circumstances& circumstances,
                       const Figures& figures) {
  std::string text =
      "# Speed\n\nWritten by `" + circumstances.command + "` on " +
      circumstances.date + "; do not edit.\n\n" +
      "Machine: " + circumstances.machine + "; " + circumstances.system + "; " +
      circumstances.compiler + ".\nCommit: " + circumstances.commit +
      ".\nTexts: " + circumstances.texts + ".\n\n" + "Cases take turns, " +
      std::to_string(circumstances.rounds) +
      " rounds; a case's time is the median of its rounds, in thread CPU time,"
      "\nand a ratio is one of two such medians. p50 and p99 are of single"
      " calls, in wall time.\n\n## Against the targets\n\n" +
      InMarkdown(TargetRows(figures)) + "## Cases\n\n" +
      InMarkdown(TimingRows(figures)) + "## All figures\n\n" +
      InMarkdown(OtherRows(figures)) + "## What engines find\n\n";
  for (const std::string& check : figures.checks) text += "- " + check + "\n";
  return text;
}

}  // namespace saring::speed
