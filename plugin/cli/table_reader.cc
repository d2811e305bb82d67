#include "plugin/cli/table_reader.h"

#include <utility>

#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

std::string Counted(size_t count) {
  return std::to_string(count) + (count == 1 ? " column" : " columns");
}

}  // namespace

TableReader::TableReader(Format format, const ColumnChoices& choices,
                         LineReader::Source source, const std::string& name)
    : csv_(format == Format::kCsv),
      whole_(choices.whole),
      lines_(std::move(source)) {
  if (choices.numbered) {
    places_ = PlacesByNumber(choices);
  } else {
    ReadHeader(choices, name);
  }
}

void TableReader::ReadHeader(const ColumnChoices& choices,
                             const std::string& name) {
  uint64_t line = 0;
  std::string fault;
  const Got got = NextRecord(&line, &fault);
  if (got == Got::kEnd) {
    throw Failure(name + ": is empty; expected a header in its first line");
  }
  if (got == Got::kBad) throw Failure(name + ":1: " + fault);
  header_size_ = columns_.size();
  places_ = PlacesByName(choices, columns_, name);
}

RowReader::Got TableReader::Next(Row* row, std::string* fault) {
  const Got got = NextRecord(&row->line, fault);
  if (got != Got::kRow) return got;
  if (header_size_ > 0 && columns_.size() > header_size_) {
    *fault = Counted(columns_.size()) + " where the header has " +
             std::to_string(header_size_);
    return Got::kBad;
  }
  for (size_t i = 0; i < kFieldCount; ++i) {
    row->values[i].clear();
    if (places_[i] == kNoColumn) continue;
    if (places_[i] >= columns_.size()) {
      *fault = Counted(columns_.size()) + ", but column " +
               std::to_string(places_[i] + 1) + " is needed";
      return Got::kBad;
    }
    row->values[i] = columns_[places_[i]];
  }
  if (whole_) row->whole = Whole();
  return Got::kRow;
}

std::string TableReader::Whole() const {
  std::string whole;
  for (const std::string& column : columns_) {
    if (&column != columns_.data()) whole += '\t';
    whole += column;
  }
  if (columns_.size() < header_size_) {
    whole.append(header_size_ - columns_.size(), '\t');
  }
  return whole;
}

RowReader::Got TableReader::NextRecord(uint64_t* line, std::string* fault) {
  std::string_view text;
  const LineReader::Got got = lines_.Next(&text);
  *line = lines_.line_number();
  if (got == LineReader::Got::kEnd) return Got::kEnd;
  if (got == LineReader::Got::kTooLong) {
    *fault = "longer than " + std::to_string(kMaxRecordBytes) + " bytes";
    return Got::kBad;
  }
  if (!csv_) {
    SplitTsv(text, &columns_);
    return Got::kRow;
  }
  record_.Clear();
  const CsvRecord::State state = record_.Feed(text);
  if (state == CsvRecord::State::kOpen) return FinishQuoted(fault);
  if (state == CsvRecord::State::kBad) {
    *fault = record_.fault();
    return Got::kBad;
  }
  columns_ = record_.columns();
  return Got::kRow;
}

RowReader::Got TableReader::FinishQuoted(std::string* fault) {
  lines_.Hold();
  for (;;) {
    std::string_view text;
    const LineReader::Got got = lines_.Next(&text);
    if (got == LineReader::Got::kLine) {
      const CsvRecord::State state = record_.Feed(text);
      if (state == CsvRecord::State::kOpen) continue;
      if (state == CsvRecord::State::kComplete) {
        lines_.LetGo();
        columns_ = record_.columns();
        return Got::kRow;
      }
      *fault = record_.fault();
    } else if (got == LineReader::Got::kEnd) {
      *fault = "a quote is never closed";
    } else {
      *fault = "a quote is not closed within " +
               std::to_string(kMaxRecordBytes) + " bytes";
    }
    lines_.GoBack();
    return Got::kBad;
  }
}

}  // namespace saring::cli
