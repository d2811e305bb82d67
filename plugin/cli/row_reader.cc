#include "plugin/cli/row_reader.h"

#include <utility>

#include "plugin/cli/json_lines_reader.h"
#include "plugin/cli/table_reader.h"

namespace saring::cli {

std::unique_ptr<RowReader> MakeRowReader(Format format,
                                         const ColumnChoices& choices,
                                         LineReader::Source source,
                                         const std::string& name) {
  if (format == Format::kJsonLines) {
    return std::make_unique<JsonLinesReader>(choices, std::move(source));
  }
  return std::make_unique<TableReader>(format, choices, std::move(source),
                                       name);
}

}  // namespace saring::cli
