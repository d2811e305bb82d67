// Splits records of separated values into columns.

#ifndef SARING_PLUGIN_CLI_SEPARATED_H_
#define SARING_PLUGIN_CLI_SEPARATED_H_

#include <string>
#include <string_view>
#include <vector>

namespace saring::cli {

// Tab-separated values know no quoting: every tab separates. One CR at the end
// of the line belongs to the line's end.
void SplitTsv(std::string_view line, std::vector<std::string>* columns);

// A record of RFC 4180, fed line by line: quoted columns may hold commas, line
// breaks and, doubled, quotes. Lines end with LF or CRLF.
class CsvRecord {
 public:
  enum class State {
    kComplete,  // columns() are those of the record
    kOpen,      // a quote is open: the record goes on in the next line
    kBad        // see fault()
  };

  void Clear();

  // `line` is without its LF. REQUIRES: cleared, or the last State was kOpen.
  State Feed(std::string_view line);

  const std::vector<std::string>& columns() const { return columns_; }
  const char* fault() const { return fault_; }

 private:
  enum class In { kStart, kPlain, kQuoted, kAfterQuote };

  // False if `c` may not stand here.
  bool Take(char c);

  In in_ = In::kStart;
  std::vector<std::string> columns_;
  const char* fault_ = "";
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_SEPARATED_H_
