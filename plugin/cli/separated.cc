#include "plugin/cli/separated.h"

namespace saring::cli {

void SplitTsv(std::string_view line, std::vector<std::string>* columns) {
  columns->clear();
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  for (size_t begin = 0;;) {
    const size_t tab = line.find('\t', begin);
    columns->emplace_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return;
    begin = tab + 1;
  }
}

void CsvRecord::Clear() {
  in_ = In::kStart;
  columns_.assign(1, std::string());
  fault_ = "";
}

CsvRecord::State CsvRecord::Feed(std::string_view line) {
  for (size_t i = 0; i < line.size(); ++i) {
    const bool ends_line =
        line[i] == '\r' && i + 1 == line.size() && in_ != In::kQuoted;
    if (!ends_line && !Take(line[i])) return State::kBad;
  }
  if (in_ != In::kQuoted) return State::kComplete;
  columns_.back().push_back('\n');
  return State::kOpen;
}

bool CsvRecord::Take(char c) {
  if (in_ == In::kQuoted) {
    if (c == '"') {
      in_ = In::kAfterQuote;
    } else {
      columns_.back().push_back(c);
    }
    return true;
  }
  if (c == ',') {
    columns_.emplace_back();
    in_ = In::kStart;
    return true;
  }
  if (c == '"' && in_ == In::kPlain) {
    fault_ = "a quote inside a column that does not begin with one";
    return false;
  }
  if (c == '"') {
    if (in_ == In::kAfterQuote) columns_.back().push_back('"');
    in_ = In::kQuoted;
    return true;
  }
  if (in_ == In::kAfterQuote) {
    fault_ = "text after a closing quote; a quote inside quotes is doubled";
    return false;
  }
  columns_.back().push_back(c);
  in_ = In::kPlain;
  return true;
}

}  // namespace saring::cli
