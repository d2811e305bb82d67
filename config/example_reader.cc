#include "config/example_reader.h"

#include <optional>
#include <string>
#include <utility>

namespace saring {
namespace {

// True if the map has the key.
bool Read(const Entry& entry, const TreeReader& reader, std::string* text) {
  if (auto found = reader.Text(entry)) *text = std::move(found->text);
  return bool{entry};
}

// REQUIRES: node.kind is kMap
Example ReadMap(const YamlNode& node, const TreeReader& reader) {
  const Fields fields(node, MapKind::kExample, reader);
  Example example;
  example.kind = Example::Kind::kListing;
  example.place = node.place;
  bool is_listing = Read(fields.Get("title"), reader, &example.text);
  is_listing |= Read(fields.Get("description"), reader, &example.description);
  is_listing |= Read(fields.Get("category"), reader, &example.category);
  is_listing |= Read(fields.Get("condition"), reader, &example.condition);
  const Entry query = fields.Get("query");
  if (query && is_listing) {
    reader.Error(node.place,
                 "an example is a query or a listing, not both: leave out "
                 "'query' or all else");
  } else if (query) {
    example.kind = Example::Kind::kQuery;
    Read(query, reader, &example.text);
  } else if (node.items.empty()) {
    reader.Error(node.place,
                 "an example needs a query, or a title, description, category "
                 "or condition");
  }
  return example;
}

}  // namespace

std::vector<Example> ReadExamples(const Entry& entry, size_t least,
                                  const TreeReader& reader) {
  std::vector<Example> examples;
  if (!entry || !reader.IsSequence(*entry.value, *entry.key)) return examples;
  for (const YamlNode& item : entry.value->items) {
    if (item.kind == YamlNode::Kind::kMap) {
      examples.push_back(ReadMap(item, reader));
    } else if (auto text = reader.Text(item, *entry.key)) {
      examples.push_back({.place = text->place, .text = std::move(text->text)});
    }
  }
  reader.CheckCount(entry, least);
  return examples;
}

}  // namespace saring
