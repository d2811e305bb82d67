// The rows of the file that the command line names.

#ifndef SARING_PLUGIN_CLI_ROW_INPUT_H_
#define SARING_PLUGIN_CLI_ROW_INPUT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "plugin/cli/columns.h"
#include "plugin/cli/input_file.h"
#include "plugin/cli/progress.h"
#include "plugin/cli/row_reader.h"

namespace saring::cli {

// Tells bad rows on standard error, counts them and goes on. Shows progress;
// `doing` is its word for the work.
class RowInput {
 public:
  RowInput(const InputOptions& options, std::string_view default_text,
           std::string doing);

  // The next row that can be read; false at the end.
  bool Next(Row* row);

  // Tells and counts a row that Next() gave as bad.
  void Reject(const Row& row, std::string_view fault);

  const std::string& name() const { return file_.name(); }
  uint64_t rows() const { return rows_; }  // bad ones included
  uint64_t bad_rows() const { return bad_rows_; }

 private:
  InputFile file_;
  Progress progress_;
  std::unique_ptr<RowReader> reader_;
  uint64_t rows_ = 0;
  uint64_t bad_rows_ = 0;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_ROW_INPUT_H_
