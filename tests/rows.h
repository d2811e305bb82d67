// Rows read from text, in tables.

#ifndef SARING_TESTS_ROWS_H_
#define SARING_TESTS_ROWS_H_

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "plugin/cli/row_reader.h"

namespace saring::cli {

// Gives `text` in pieces of at most `piece` bytes.
inline LineReader::Source SourceOf(std::string text, size_t piece = 1 << 16) {
  return [text = std::move(text), piece, at = size_t{0}](char* to,
                                                         size_t size) mutable {
    const size_t got = std::min({size, piece, text.size() - at});
    std::memcpy(to, text.data() + at, got);
    at += got;
    return got;
  };
}

// Every row as "line:text|id", bad ones as "line!fault".
inline std::vector<std::string> ReadAll(RowReader* reader) {
  std::vector<std::string> rows;
  Row row;
  std::string fault;
  for (;;) {
    const RowReader::Got got = reader->Next(&row, &fault);
    if (got == RowReader::Got::kEnd) return rows;
    const std::string line = std::to_string(row.line);
    rows.push_back(got == RowReader::Got::kBad
                       ? line + '!' + fault
                       : line + ':' + row[Field::kText] + '|' +
                             row[Field::kId]);
  }
}

inline std::vector<std::string> Read(Format format, const InputOptions& options,
                                     const std::string& text,
                                     size_t piece = 1 << 16) {
  const ColumnChoices choices = ChooseColumns(options, format, "title");
  return ReadAll(
      MakeRowReader(format, choices, SourceOf(text, piece), "f").get());
}

using Rows = std::vector<std::string>;

struct Case {
  const char* why;
  Format format;
  InputOptions options;
  std::string file;
  Rows rows;
};

inline const InputOptions kByName = {};
inline const InputOptions kFirst = {"", "", "1", {}};
inline const InputOptions kSecondWithId = {"", "", "2", {"id=1"}};

// A line of n bytes.
inline std::string Long(size_t n) { return std::string(n, 'x'); }

template <size_t N>
void CheckAll(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    DYNAMIC_SECTION(c.why) {
      const Rows rows = Read(c.format, c.options, c.file);
      CHECK((rows == c.rows));
      if (c.file.size() > 200) continue;
      for (const std::string& row : rows) UNSCOPED_INFO(row);
      CHECK(rows == c.rows);
      // However the bytes arrive.
      CHECK(Read(c.format, c.options, c.file, 1) == c.rows);
    }
  }
}

}  // namespace saring::cli

#endif  // SARING_TESTS_ROWS_H_
