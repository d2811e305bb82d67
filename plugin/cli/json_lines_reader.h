// Rows of JSON objects, one a line.

#ifndef SARING_PLUGIN_CLI_JSON_LINES_READER_H_
#define SARING_PLUGIN_CLI_JSON_LINES_READER_H_

#include <string>

#include "plugin/cli/columns.h"
#include "plugin/cli/row_reader.h"

namespace saring::cli {

// Columns are the keys of the objects. Values are strings or numbers; null is
// as good as absent, and only the text may not be absent. Lines of nothing but
// white space are passed over.
class JsonLinesReader : public RowReader {
 public:
  JsonLinesReader(const ColumnChoices& choices, LineReader::Source source);

  Got Next(Row* row, std::string* fault) override;

 private:
  LineReader lines_;
  const ColumnChoices choices_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_JSON_LINES_READER_H_
