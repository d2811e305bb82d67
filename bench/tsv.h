#ifndef SARING_BENCH_TSV_H_
#define SARING_BENCH_TSV_H_

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace saring::quality {

// A file that is there but is not what it should be. what() names the file and,
// where there is one, the line.
class DataFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct TsvRow {
  size_t line;  // counted from 1, the header being line 1
  std::vector<std::string> cells;
};

// The named columns, in the order named, of a tab-separated file with a header
// line. Records end at LF and cells at a tab; nothing is quoted, trimmed or
// repaired, because disguised text is the subject. Throws DataFault when the
// file cannot be read, a column is absent, or a row has more or fewer cells
// than the header.
std::vector<TsvRow> ReadTsv(const std::filesystem::path& path,
                            const std::vector<std::string>& columns);

}  // namespace saring::quality

#endif  // SARING_BENCH_TSV_H_
