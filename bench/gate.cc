#include "bench/gate.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "bench/tsv.h"

namespace saring::quality {
namespace {

using nlohmann::json;

// nlohmann keeps the last of two equal keys and forgets the first: a limit that
// was loosened in one place would seem to hold in the other.
json ParseOnce(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw DataFault(path.string() + ": cannot be read");
  std::vector<std::set<std::string>> open;
  const auto see = [&](int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) open.emplace_back();
    if (event == json::parse_event_t::object_end) open.pop_back();
    if (event == json::parse_event_t::key &&
        !open.back().insert(value.get<std::string>()).second) {
      throw DataFault(path.string() + ": '" + value.get<std::string>() +
                      "' is given twice");
    }
    return true;
  };
  try {
    return json::parse(in, see);
  } catch (const json::exception& fault) {
    throw DataFault(path.string() + ": " + fault.what());
  }
}

Limit LimitOf(const std::string& figure, const json& body,
              const std::string& file) {
  const std::string where = file + ": " + figure + ": ";
  if (!body.is_object()) throw DataFault(where + "expected an object");
  Limit limit{figure, {}, {}};
  for (const auto& [key, value] : body.items()) {
    if (key == "why" && value.is_string()) continue;
    if ((key != "min" && key != "max") || !value.is_number_integer()) {
      throw DataFault(where + "'" + key + "': expected min and max, which " +
                      "are whole numbers, and why, which is text");
    }
    (key == "min" ? limit.min : limit.max) = value.get<int64_t>();
  }
  if (!limit.min && !limit.max) throw DataFault(where + "no min and no max");
  return limit;
}

}  // namespace

std::vector<Limit> ReadLimits(const std::filesystem::path& path,
                              const Figures& figures) {
  const json document = ParseOnce(path);
  if (!document.is_object() || document.empty()) {
    throw DataFault(path.string() + ": expected an object of figures");
  }
  std::vector<Limit> limits;
  for (const auto& [figure, body] : document.items()) {
    if (figures.count(figure) == 0) {
      throw DataFault(path.string() + ": no figure is named '" + figure + "'");
    }
    limits.push_back(LimitOf(figure, body, path.string()));
  }
  return limits;
}

GateResult Check(const std::vector<Limit>& limits, const Figures& figures) {
  GateResult result;
  for (const Limit& limit : limits) {
    const std::optional<int64_t> value = figures.at(limit.figure);
    if (!value) {
      result.skipped.push_back(limit.figure);
      continue;
    }
    const std::string is = limit.figure + " is " + std::to_string(*value);
    const size_t broken = result.broken.size();
    if (limit.min && *value < *limit.min) {
      result.broken.push_back(is + ", at least " + std::to_string(*limit.min) +
                              " is wanted");
    }
    if (limit.max && *value > *limit.max) {
      result.broken.push_back(is + ", at most " + std::to_string(*limit.max) +
                              " is allowed");
    }
    if (result.broken.size() == broken) ++result.held;
  }
  return result;
}

}  // namespace saring::quality
