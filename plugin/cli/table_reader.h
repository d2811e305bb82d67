// Rows of tab- or comma-separated columns.

#ifndef SARING_PLUGIN_CLI_TABLE_READER_H_
#define SARING_PLUGIN_CLI_TABLE_READER_H_

#include <string>
#include <vector>

#include "plugin/cli/columns.h"
#include "plugin/cli/row_reader.h"
#include "plugin/cli/separated.h"

namespace saring::cli {

class TableReader : public RowReader {
 public:
  // As MakeRowReader(). REQUIRES: `format` is kTsv or kCsv.
  TableReader(Format format, const ColumnChoices& choices,
              LineReader::Source source, const std::string& name);

  Got Next(Row* row, std::string* fault) override;

 private:
  // The next record, into columns_; the line of its first line into *line.
  Got NextRecord(uint64_t* line, std::string* fault);
  // Goes on with a record whose first line left a quote open.
  Got FinishQuoted(std::string* fault);
  std::string Whole() const;  // of columns_
  void ReadHeader(const ColumnChoices& choices, const std::string& name);

  const bool csv_;
  const bool whole_;
  LineReader lines_;
  CsvRecord record_;
  std::vector<std::string> columns_;
  ColumnPlaces places_;
  size_t header_size_ = 0;  // 0 when there is no header
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_TABLE_READER_H_
