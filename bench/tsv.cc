#include "bench/tsv.h"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace saring::quality {
namespace {

std::vector<std::string> Split(std::string_view line) {
  std::vector<std::string> cells;
  for (size_t tab; (tab = line.find('\t')) != line.npos;) {
    cells.emplace_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.emplace_back(line);
  return cells;
}

std::vector<size_t> PlacesOf(const std::vector<std::string>& columns,
                             const std::vector<std::string>& header,
                             const std::string& file) {
  std::vector<size_t> places;
  for (const std::string& column : columns) {
    const auto at = std::find(header.begin(), header.end(), column);
    if (at == header.end()) {
      throw DataFault(file + ":1: no column '" + column + "'");
    }
    places.push_back(static_cast<size_t>(at - header.begin()));
  }
  return places;
}

}  // namespace

std::vector<TsvRow> ReadTsv(const std::filesystem::path& path,
                            const std::vector<std::string>& columns) {
  const std::string file = path.string();
  std::ifstream in(path, std::ios::binary);
  std::string line;
  if (!std::getline(in, line)) throw DataFault(file + ": cannot be read");
  const std::vector<std::string> header = Split(line);
  const std::vector<size_t> places = PlacesOf(columns, header, file);

  std::vector<TsvRow> rows;
  for (size_t number = 2; std::getline(in, line); ++number) {
    std::vector<std::string> cells = Split(line);
    if (cells.size() != header.size()) {
      throw DataFault(file + ":" + std::to_string(number) + ": " +
                      std::to_string(cells.size()) + " cells, expected " +
                      std::to_string(header.size()));
    }
    rows.push_back({number, {}});
    for (const size_t place : places) {
      rows.back().cells.push_back(cells[place]);
    }
  }
  if (in.bad()) throw DataFault(file + ": cannot be read to its end");
  return rows;
}

}  // namespace saring::quality
