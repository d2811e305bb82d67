// A row of a file of queries or listings.

#ifndef SARING_PLUGIN_CLI_ROW_H_
#define SARING_PLUGIN_CLI_ROW_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace saring::cli {

// What a column can hold. kText is a query, or the title of a listing.
enum class Field {
  kText,
  kId,
  kDescription,
  kCategory,
  kCondition,
  kSeller,
  kPrice
};

inline constexpr size_t kFieldCount = 7;

// As on the command line and as the default names of columns; kText has none.
inline constexpr std::array<std::string_view, kFieldCount> kFieldNames = {
    "", "id", "description", "category", "condition", "seller", "price"};

struct Row {
  uint64_t line = 0;  // of its first line, from 1, the header's included
  std::array<std::string, kFieldCount> values;  // empty where it has none
  // Where asked for. Of TSV all its columns, a tab between two, as many as the
  // header has; of JSON lines the object as it is written.
  std::string whole;

  const std::string& operator[](Field field) const {
    return values[static_cast<size_t>(field)];
  }
  std::string& operator[](Field field) {
    return values[static_cast<size_t>(field)];
  }
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_ROW_H_
