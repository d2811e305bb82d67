#include "plugin/cli/listing_data.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "plugin/cli/output.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;

// Up to here every whole number has a double of its own.
constexpr double kLargestWhole = 9007199254740992.0;

const char* KeyOf(size_t field) {
  return field == 0 ? "title" : kFieldNames[field].data();
}

}  // namespace

std::string ListingData(const Row& row) {
  Json json = {{"id", row[Field::kId]}};
  for (size_t i = 0; i < kFieldCount; ++i) json[KeyOf(i)] = row.values[i];
  json["price"] = PriceJson(row[Field::kPrice]);
  return JsonText(json);
}

Row RowOfData(std::string_view data) {
  Row row;
  const Json json = Json::parse(data, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) {
    row[Field::kText] = data;
    return row;
  }
  for (size_t i = 0; i < kFieldCount; ++i) {
    const auto at = json.find(KeyOf(i));
    if (at == json.end()) continue;
    if (at->is_string()) row.values[i] = at->get_ref<const std::string&>();
    if (at->is_number()) row.values[i] = at->dump();
  }
  return row;
}

Json PriceJson(std::string_view text) {
  const std::optional<double> price = ParsePrice(text);
  if (!price) return nullptr;
  if (std::trunc(*price) == *price && std::abs(*price) < kLargestWhole) {
    return static_cast<int64_t>(*price);
  }
  return *price;
}

std::optional<double> ParsePrice(std::string_view text) {
  double price = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] =
      std::from_chars(text.data(), end, price, std::chars_format::fixed);
  if (error != std::errc() || stop != end || !std::isfinite(price)) {
    return std::nullopt;
  }
  return price;
}

}  // namespace saring::cli
