// A listing as a database keeps it: the JSON object in a document's data.

#ifndef SARING_PLUGIN_CLI_LISTING_DATA_H_
#define SARING_PLUGIN_CLI_LISTING_DATA_H_

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "plugin/cli/row.h"

namespace saring::cli {

// {"id", "title", "description", "category", "condition", "seller", "price"}:
// text, except that a price is a number, or null where there is none.
// REQUIRES: the price is empty or ParsePrice() can read it.
std::string ListingData(const Row& row);

// The row that `data` was made of, but for its line and how its price was
// written. Data that another program made may lack anything; where it is no
// JSON object, all of it is the title.
Row RowOfData(std::string_view data);

// The price as a JSON number, or null where ParsePrice() cannot read it.
nlohmann::ordered_json PriceJson(std::string_view text);

// A finite decimal number such as "150000" or "9.5"; nullopt for anything else.
std::optional<double> ParsePrice(std::string_view text);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_LISTING_DATA_H_
