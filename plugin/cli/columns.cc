#include "plugin/cli/columns.h"

#include <algorithm>
#include <charconv>

#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

// A column number, or 0 for anything else.
size_t NumberOf(std::string_view column) {
  size_t number = 0;
  const char* const end = column.data() + column.size();
  const auto [stop, error] = std::from_chars(column.data(), end, number);
  return error == std::errc() && stop == end ? number : 0;
}

size_t FieldOf(std::string_view name) {
  const auto at = std::find(kFieldNames.begin() + 1, kFieldNames.end(), name);
  if (at == kFieldNames.end()) {
    throw UsageError(
        "--column: unknown field '" + std::string(name) +
        "'; expected id, description, category, condition, seller or price");
  }
  return static_cast<size_t>(at - kFieldNames.begin());
}

void ReadColumnOption(const std::string& option, ColumnChoices* choices) {
  const size_t equals = option.find('=');
  if (equals == std::string::npos || equals + 1 == option.size()) {
    throw UsageError("--column: expected FIELD=COLUMN, not '" + option + "'");
  }
  ColumnChoice& choice = choices->of[FieldOf(option.substr(0, equals))];
  if (choice.asked) {
    throw UsageError("--column: " + option.substr(0, equals) +
                     " is given twice");
  }
  choice = {option.substr(equals + 1), true};
}

// Numbers mean that there is no header, so that names mean nothing.
bool AreNumbers(const ColumnChoices& choices) {
  bool name = false;
  bool number = false;
  for (const ColumnChoice& choice : choices.of) {
    if (!choice.asked) continue;
    (NumberOf(choice.column) > 0 ? number : name) = true;
  }
  if (name && number) {
    throw UsageError(
        "columns are either all names (the first line is a header) or all "
        "numbers from 1 (there is no header)");
  }
  return number;
}

std::string Listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

}  // namespace

Format ChooseFormat(const InputOptions& options) {
  if (options.format == "tsv") return Format::kTsv;
  if (options.format == "csv") return Format::kCsv;
  if (options.format == "jsonl") return Format::kJsonLines;
  if (!options.format.empty()) {
    throw UsageError("--format: unknown format '" + options.format +
                     "'; expected tsv, csv or jsonl");
  }
  if (EndsWith(options.file, ".csv")) return Format::kCsv;
  if (EndsWith(options.file, ".jsonl") || EndsWith(options.file, ".ndjson")) {
    return Format::kJsonLines;
  }
  return Format::kTsv;
}

ColumnChoices ChooseColumns(const InputOptions& options, Format format,
                            std::string_view default_text) {
  ColumnChoices choices;
  choices.whole = options.whole;
  if (options.whole && format == Format::kCsv) {
    throw UsageError("rows of CSV cannot be printed whole");
  }
  ColumnChoice& text = choices.of[static_cast<size_t>(Field::kText)];
  if (!options.text.empty()) text = {options.text, true};
  for (const std::string& option : options.columns) {
    ReadColumnOption(option, &choices);
  }
  choices.numbered = format != Format::kJsonLines && AreNumbers(choices);
  if (choices.numbered && !text.asked) {
    throw UsageError(
        "with columns by number, --text must say which is the "
        "text's");
  }
  if (!text.asked) text = {std::string(default_text), true};
  if (choices.numbered) return choices;
  for (size_t i = 1; i < kFieldCount; ++i) {
    ColumnChoice& choice = choices.of[i];
    if (!choice.asked) choice.column = kFieldNames[i];
  }
  return choices;
}

ColumnPlaces PlacesByNumber(const ColumnChoices& choices) {
  ColumnPlaces places;
  for (size_t i = 0; i < kFieldCount; ++i) {
    const size_t number = NumberOf(choices.of[i].column);
    places[i] = number == 0 ? kNoColumn : number - 1;
  }
  return places;
}

ColumnPlaces PlacesByName(const ColumnChoices& choices,
                          const std::vector<std::string>& header,
                          const std::string& file) {
  ColumnPlaces places;
  places.fill(kNoColumn);
  for (size_t i = 0; i < kFieldCount; ++i) {
    const ColumnChoice& choice = choices.of[i];
    if (choice.column.empty()) continue;
    const auto at = std::find(header.begin(), header.end(), choice.column);
    if (at == header.end()) {
      if (!choice.asked) continue;
      throw Failure(file + ": no column '" + choice.column +
                    "'; its first line has: " + Listed(header));
    }
    if (std::find(at + 1, header.end(), choice.column) != header.end()) {
      throw Failure(file + ": the column '" + choice.column +
                    "' stands twice in its first line");
    }
    places[i] = static_cast<size_t>(at - header.begin());
  }
  return places;
}

}  // namespace saring::cli
