#include "plugin/monitor/json_object.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace saring {
namespace {

// Whether a JSON string is `text` itself, in quotes.
bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ' ' <= c && c <= '~' && c != '"' && c != '\\';
  });
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* json) {
  if (!IsPlain(text)) {
    using Json = nlohmann::json;
    *json += Json(text).dump(-1, ' ', /*ensure_ascii=*/false,
                             Json::error_handler_t::replace);
    return;
  }
  *json += '"';
  *json += text;
  *json += '"';
}

std::string* JsonObject::AddName(std::string_view name) {
  Separate();
  json_ += '"';
  json_ += name;
  json_ += "\":";
  return &json_;
}

}  // namespace saring
