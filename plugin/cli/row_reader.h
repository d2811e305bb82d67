// Rows of queries or listings out of a TSV, CSV or JSON-lines stream.

#ifndef SARING_PLUGIN_CLI_ROW_READER_H_
#define SARING_PLUGIN_CLI_ROW_READER_H_

#include <memory>
#include <string>

#include "plugin/cli/columns.h"
#include "plugin/cli/line_reader.h"
#include "plugin/cli/row.h"

namespace saring::cli {

// Memory is bounded by kMaxRecordBytes, whatever the stream holds. A row that
// cannot be read is told, and reading goes on in the line after its first one:
// a quote that is never closed costs one row and not the rest of the file.
class RowReader {
 public:
  enum class Got { kRow, kBad, kEnd };

  virtual ~RowReader() = default;

  // On kRow all of *row is replaced. On kBad row->line and *fault are: what is
  // wrong, without file and line.
  virtual Got Next(Row* row, std::string* fault) = 0;
};

// `name` is for messages. Reads the header, if there is one, and throws Failure
// if that does not have what `choices` asks for.
std::unique_ptr<RowReader> MakeRowReader(Format format,
                                         const ColumnChoices& choices,
                                         LineReader::Source source,
                                         const std::string& name);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_ROW_READER_H_
