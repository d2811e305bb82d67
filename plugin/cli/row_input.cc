#include "plugin/cli/row_input.h"

#include <utility>

#include "plugin/cli/output.h"

namespace saring::cli {

RowInput::RowInput(const InputOptions& options, std::string_view default_text,
                   std::string doing)
    : file_(options.file), progress_(std::move(doing)) {
  const Format format = ChooseFormat(options);
  reader_ = MakeRowReader(
      format, ChooseColumns(options, format, default_text),
      [this](char* to, size_t size) { return file_.Read(to, size); },
      file_.name());
}

bool RowInput::Next(Row* row) {
  for (;;) {
    std::string fault;
    const RowReader::Got got = reader_->Next(row, &fault);
    if (got == RowReader::Got::kEnd) {
      progress_.Clear();
      return false;
    }
    ++rows_;
    progress_.Update(file_.bytes_read(), file_.size(), rows_);
    if (got == RowReader::Got::kRow) return true;
    Reject(*row, fault);
  }
}

void RowInput::Reject(const Row& row, std::string_view fault) {
  ++bad_rows_;
  progress_.Clear();
  TellLines(name() + ':' + std::to_string(row.line) + ": " +
            std::string(fault));
}

}  // namespace saring::cli
