// The schema that editors use, against the table that the loader uses.

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "config/keys.h"
#include "tests/loaded.h"

namespace saring {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

Json ReadSchema() {
  std::ifstream in(SARING_SOURCE_DIR
                   "/config/policies/saring-policy.schema.json");
  REQUIRE(in.good());
  return Json::parse(in);
}

// The part of the schema for a kind of map.
Json PartOf(const Json& schema, MapKind kind) {
  const Json& definitions = schema.at("definitions");
  switch (kind) {
    case MapKind::kPolicy:
      return schema;
    case MapKind::kLaw:
      return definitions.at("law");
    case MapKind::kOrdinary:
      return definitions.at("ordinary");
    case MapKind::kList:
      return definitions.at("list");
    case MapKind::kRule:
      return definitions.at("rule");
    case MapKind::kNotice:
      return definitions.at("notice");
    case MapKind::kAnswer:
      return definitions.at("answer");
    case MapKind::kExample:
      return definitions.at("example");
    case MapKind::kBudget:
      return definitions.at("budget");
    case MapKind::kBeyond:
      return definitions.at("beyond");
  }
  return {};
}

TEST_CASE("The schema has the keys of the loader, and no others", "[schema]") {
  const Json schema = ReadSchema();
  for (const MapKind kind : kMapKinds) {
    CAPTURE(NameOf(kind));
    Names keys, required;
    for (const Key& key : KeysOf(kind)) {
      keys.insert(std::string(key.name));
      if (key.required) required.insert(std::string(key.name));
    }
    const Json part = PartOf(schema, kind);
    Names properties;
    for (const auto& [name, value] : part.at("properties").items()) {
      properties.insert(name);
      const bool described =
          value.contains("description") || value.contains("$ref");
      CHECKED_ELSE(described) { FAIL_CHECK(name << " is not described"); }
    }
    CHECK(properties == keys);
    CHECK(part.at("required").get<Names>() == required);
    CHECK(part.at("additionalProperties") == false);
  }
}

// Editors of draft 7 ignore whatever stands beside a $ref.
void CheckReferences(const Json& schema, const Json& node) {
  if (!node.is_structured()) return;
  if (node.is_object() && node.contains("$ref")) {
    CHECK(node.size() == 1);
    const std::string target = node.at("$ref").get<std::string>();
    CHECK(schema.contains(Json::json_pointer(target.substr(1))));
  }
  for (const Json& child : node) CheckReferences(schema, child);
}

TEST_CASE("Every reference of the schema leads somewhere", "[schema]") {
  const Json schema = ReadSchema();
  CheckReferences(schema, schema);
}

// A policy with a map of maps at a key, where no key takes one but those that
// are left out below.
std::string WithWrongValue(MapKind kind, std::string_view key) {
  const std::string wrong = std::string(key) + ": {? {x: y} : {z: {}}}";
  switch (kind) {
    case MapKind::kPolicy:
      return "{" + wrong + "}";
    case MapKind::kLaw:
      return "{law: {a: {" + wrong + "}}}";
    case MapKind::kOrdinary:
      return "{ordinary: {" + wrong + "}}";
    case MapKind::kList:
      return "{lists: {a: {" + wrong + "}}}";
    case MapKind::kRule:
      return "{rules: [{" + wrong + "}]}";
    case MapKind::kNotice:
      return "{rules: [{notice: {" + wrong + "}}]}";
    case MapKind::kAnswer:
      return "{rules: [{answer: {" + wrong + "}}]}";
    case MapKind::kExample:
      return "{rules: [{hits: [{" + wrong + "}]}]}";
    case MapKind::kBudget:
      return "{budget: {" + wrong + "}}";
    case MapKind::kBeyond:
      return "{budget: {beyond: {" + wrong + "}}}";
  }
  return "";
}

TEST_CASE("The loader reads every key of its table", "[schema]") {
  for (const MapKind kind : kMapKinds) {
    for (const Key& key : KeysOf(kind)) {
      const std::string text = WithWrongValue(kind, key.name);
      CAPTURE(text);
      // The fault is told at the value or, of a map's keys, within it.
      const size_t value = text.find(": {? {x: y}") + 2;
      bool told = false;
      for (const std::string& message : LoadText(text).messages) {
        const size_t column = std::stoul(message.substr(9)) - 1;
        told = told || (column >= value && column <= value + 3);
      }
      CHECK(told);
    }
  }
}

}  // namespace
}  // namespace saring
