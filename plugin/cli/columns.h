// Which column of a file holds which field.

#ifndef SARING_PLUGIN_CLI_COLUMNS_H_
#define SARING_PLUGIN_CLI_COLUMNS_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/cli/row.h"

namespace saring::cli {

enum class Format { kTsv, kCsv, kJsonLines };

// What the command line says about a file.
struct InputOptions {
  std::string file;    // "-" is standard input
  std::string format;  // "tsv", "csv", "jsonl", or "" for what the name tells
  std::string text;    // the column of the text, or "" for the default
  std::vector<std::string> columns;  // "FIELD=COLUMN"
  bool whole = false;                // Row::whole is wanted
};

// By the end of the file's name: .csv, .jsonl or .ndjson; else TSV. Throws
// UsageError for a format that does not exist.
Format ChooseFormat(const InputOptions& options);

struct ColumnChoice {
  std::string column;  // a name, or a number from 1; "" for none
  bool asked = false;  // it must exist; else it is taken where it exists
};

struct ColumnChoices {
  std::array<ColumnChoice, kFieldCount> of;
  // Columns are numbers: the file has no header. Never with JSON lines.
  bool numbered = false;
  bool whole = false;  // Row::whole is wanted. Never with CSV
};

// `default_text` is the name of the text's column where the options give none.
// Throws UsageError for a field that does not exist, one given twice, names and
// numbers mixed, or whole rows of CSV.
ColumnChoices ChooseColumns(const InputOptions& options, Format format,
                            std::string_view default_text);

// Where a field is in a row of columns.
inline constexpr size_t kNoColumn = static_cast<size_t>(-1);
using ColumnPlaces = std::array<size_t, kFieldCount>;

// REQUIRES: choices.numbered
ColumnPlaces PlacesByNumber(const ColumnChoices& choices);

// Throws Failure, naming what the header has, if it lacks a column that was
// asked for or has it twice.
ColumnPlaces PlacesByName(const ColumnChoices& choices,
                          const std::vector<std::string>& header,
                          const std::string& file);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_COLUMNS_H_
