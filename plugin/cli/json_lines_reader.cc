#include "plugin/cli/json_lines_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace saring::cli {
namespace {

using nlohmann::json;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// What is printed again is written by recursion, a call for each level.
constexpr int kMostLevels = 100;

// How deep arrays and objects lie within one another in JSON.
int DepthOf(std::string_view text) {
  int depth = 0;
  int most = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') ++i;
    if (c == '"') in_string = !in_string;
    if (in_string) continue;
    if (c == '{' || c == '[') most = std::max(most, ++depth);
    if (c == '}' || c == ']') --depth;
  }
  return most;
}

// The value of `key` in `object`. False, with *fault, if it is neither text nor
// a number.
bool ReadValue(const json& object, const std::string& key, std::string* value,
               std::string* fault) {
  value->clear();
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return true;
  if (at->is_string()) {
    *value = at->get_ref<const std::string&>();
  } else if (at->is_number()) {
    *value = at->dump();
  } else {
    *fault = "'" + key + "' is neither text nor a number";
    return false;
  }
  return true;
}

}  // namespace

JsonLinesReader::JsonLinesReader(const ColumnChoices& choices,
                                 LineReader::Source source)
    : lines_(std::move(source)), choices_(choices) {}

RowReader::Got JsonLinesReader::Next(Row* row, std::string* fault) {
  std::string_view line;
  LineReader::Got got;
  do {
    got = lines_.Next(&line);
  } while (got == LineReader::Got::kLine && IsBlank(line));
  row->line = lines_.line_number();
  if (got == LineReader::Got::kEnd) return Got::kEnd;
  if (got == LineReader::Got::kTooLong) {
    *fault = "longer than " + std::to_string(kMaxRecordBytes) + " bytes";
    return Got::kBad;
  }
  const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) {
    *fault = object.is_discarded() ? "not JSON" : "not a JSON object";
    return Got::kBad;
  }
  if (choices_.whole) {
    if (DepthOf(line) > kMostLevels) {
      *fault = "deeper than " + std::to_string(kMostLevels) + " levels";
      return Got::kBad;
    }
    row->whole = line;
  }
  for (size_t i = 0; i < kFieldCount; ++i) {
    row->values[i].clear();
    const std::string& key = choices_.of[i].column;
    if (key.empty()) continue;
    if (!ReadValue(object, key, &row->values[i], fault)) return Got::kBad;
  }
  const std::string& key =
      choices_.of[static_cast<size_t>(Field::kText)].column;
  if (!object.contains(key) || object[key].is_null()) {
    *fault = "no '" + key + "'";
    return Got::kBad;
  }
  return Got::kRow;
}

}  // namespace saring::cli
