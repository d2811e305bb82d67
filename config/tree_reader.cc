#include "config/tree_reader.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "config/nearest.h"
#include "config/utf8.h"

namespace saring {
namespace {

std::string Found(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNothing:
      return "nothing; a plain ~ or null means nothing, put quotes around it "
             "if it is the word";
    case YamlNode::Kind::kScalar:
      return node.text.empty() ? "an empty text" : Quote(node.text);
    case YamlNode::Kind::kSequence:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a map";
  }
  return "";
}

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) {
                      return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
                    });
}

// What other YAML programs make of a plain `text`: "true", "false" or "".
std::string_view ReadElsewhereAs(std::string_view text) {
  for (const std::string_view word : {"yes", "on", "true"}) {
    if (EqualsIgnoringCase(text, word)) return "true";
  }
  for (const std::string_view word : {"no", "off", "false"}) {
    if (EqualsIgnoringCase(text, word)) return "false";
  }
  return "";
}

// Of "12", "12.5" or "12.50", with at most six digits before the point.
std::optional<uint32_t> ReadHundredths(std::string_view text) {
  const size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  std::string digits(whole);
  if (point < text.size()) {
    const std::string_view after = text.substr(point + 1);
    if (after.empty() || after.size() > 2) return {};
    digits += after;
    digits.append(2 - after.size(), '0');
  } else {
    digits += "00";
  }
  uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, number);
  if (whole.empty() || whole.size() > 6 || error != std::errc() || at != end) {
    return {};
  }
  return number;
}

std::string FirstOnLine(uint32_t line) {
  return ", first on line " + std::to_string(line);
}

}  // namespace

void TreeReader::Error(const Place& place, std::string message) const {
  faults_->Error(
      {*file_, static_cast<int>(place.line), static_cast<int>(place.column)},
      std::move(message));
}

void TreeReader::Warning(const Place& place, std::string message) const {
  faults_->Warning(
      {*file_, static_cast<int>(place.line), static_cast<int>(place.column)},
      std::move(message));
}

bool TreeReader::Wrong(const YamlNode& node, const Key& key) const {
  Error(node.place, "'" + std::string(key.name) + "': expected " +
                        std::string(key.expected) + ", found " + Found(node));
  return false;
}

bool TreeReader::IsMap(const YamlNode& node, const Key& key) const {
  return node.kind == YamlNode::Kind::kMap || Wrong(node, key);
}

bool TreeReader::IsSequence(const YamlNode& node, const Key& key) const {
  return node.kind == YamlNode::Kind::kSequence || Wrong(node, key);
}

std::optional<Written> TreeReader::Text(const YamlNode& node,
                                        const Key& key) const {
  if (node.kind != YamlNode::Kind::kScalar ||
      node.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    Wrong(node, key);
    return {};
  }
  const std::string_view elsewhere =
      node.quoted ? "" : ReadElsewhereAs(node.text);
  if (!elsewhere.empty()) {
    Error(node.place, "write \"" + node.text +
                          "\" in quotes: other YAML programs read a plain " +
                          node.text + " as " + std::string(elsewhere));
  }
  return Written{node.text, node.place};
}

std::optional<Written> TreeReader::Text(const Entry& entry) const {
  if (!entry) return {};
  return Text(*entry.value, *entry.key);
}

std::vector<Written> TreeReader::Texts(const Entry& entry, size_t least) const {
  std::vector<Written> texts;
  if (!entry || !IsSequence(*entry.value, *entry.key)) return texts;
  const std::vector<YamlNode>& items = entry.value->items;
  texts.reserve(items.size());
  for (const YamlNode& item : items) {
    if (auto text = Text(item, *entry.key)) texts.push_back(std::move(*text));
  }
  CheckCount(entry, least);
  return texts;
}

void TreeReader::CheckCount(const Entry& entry, size_t least) const {
  const size_t found = entry.value->items.size();
  if (found >= least) return;
  Error(entry.value->place,
        "'" + std::string(entry.key->name) + "': expected " +
            std::string(entry.key->expected) + ", at least " +
            std::to_string(least) + ", found " + std::to_string(found));
}

std::vector<Written> TreeReader::TextOrTexts(const Entry& entry) const {
  if (entry && entry.value->kind != YamlNode::Kind::kSequence) {
    auto text = Text(entry);
    return text ? std::vector<Written>{std::move(*text)}
                : std::vector<Written>();
  }
  return Texts(entry);
}

std::optional<size_t> TreeReader::Choice(
    const Written& text, const Key& key,
    const std::vector<std::string_view>& choices) const {
  const auto at = std::find(choices.begin(), choices.end(), text.text);
  if (at != choices.end()) return static_cast<size_t>(at - choices.begin());
  Error(text.place, "'" + std::string(key.name) + "': expected " +
                        std::string(key.expected) + ", found " +
                        Quote(text.text) + DidYouMean(text.text, choices));
  return {};
}

bool TreeReader::Boolean(const Entry& entry) const {
  if (!entry) return false;
  const YamlNode& node = *entry.value;
  if (node.kind == YamlNode::Kind::kScalar && !node.quoted) {
    if (EqualsIgnoringCase(node.text, "true")) return true;
    if (EqualsIgnoringCase(node.text, "false")) return false;
  }
  return Wrong(node, *entry.key);
}

std::optional<uint32_t> TreeReader::Number(const Entry& entry, uint32_t least,
                                           uint32_t most) const {
  if (!entry) return {};
  const YamlNode& node = *entry.value;
  uint32_t number = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [at, error] = std::from_chars(node.text.data(), end, number);
  if (node.quoted || error != std::errc() || at != end || number < least ||
      number > most) {
    Wrong(node, *entry.key);
    return {};
  }
  return number;
}

std::optional<uint32_t> TreeReader::Hundredths(const Entry& entry,
                                               std::string_view unit,
                                               uint32_t least,
                                               uint32_t most) const {
  if (!entry) return {};
  std::string_view text = entry.value->text;
  const bool has_unit = text.ends_with(unit);
  if (has_unit) text.remove_suffix(unit.size());
  if (text.ends_with(' ')) text.remove_suffix(1);
  const auto number = has_unit ? ReadHundredths(text) : std::nullopt;
  if (number && *number >= least && *number <= most) return number;
  Wrong(*entry.value, *entry.key);
  return {};
}

std::optional<Date> TreeReader::Day(const Entry& entry) const {
  if (!entry) return {};
  const std::optional<Date> date = ParseDate(entry.value->text);
  if (!date) Wrong(*entry.value, *entry.key);
  return date;
}

void TreeReader::CheckDays(const Entry& until, std::optional<Date> from,
                           std::optional<Date> last) const {
  if (!from || !last || *from <= *last) return;
  Error(until.value->place, "'until': " + FormatDate(*last) +
                                " is before 'from', " + FormatDate(*from));
}

void TreeReader::ForEachNamed(
    const YamlNode& map, const Key& key, std::string_view what,
    const std::function<void(Written, const YamlNode&)>& visit) const {
  std::unordered_map<std::string_view, uint32_t> seen;
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    const YamlNode& name = map.items[i];
    auto text = Text(name, key);
    if (!text) continue;
    const auto [first, added] = seen.emplace(name.text, name.place.line);
    if (added) {
      visit(std::move(*text), map.items[i + 1]);
    } else {
      Error(name.place, std::string(what) + " " + Quote(name.text) +
                            " is given twice" + FirstOnLine(first->second));
    }
  }
}

Fields::Fields(const YamlNode& map, MapKind kind, const TreeReader& reader)
    : kind_(kind) {
  for (size_t i = 0; i + 1 < map.items.size(); i += 2) {
    Add(map.items[i], map.items[i + 1], reader);
  }
  const auto keys = KeysOf(kind);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (!keys[i].required || values_[i] != nullptr) continue;
    reader.Error(map.place, std::string(NameOf(kind)) + " needs the key '" +
                                std::string(keys[i].name) +
                                "': " + std::string(keys[i].expected));
  }
}

void Fields::Add(const YamlNode& name, const YamlNode& value,
                 const TreeReader& reader) {
  if (name.kind != YamlNode::Kind::kScalar) {
    reader.Error(name.place, "a key must be a text");
    return;
  }
  const auto keys = KeysOf(kind_);
  const auto at = std::find_if(keys.begin(), keys.end(), [&](const Key& key) {
    return key.name == name.text;
  });
  if (at != keys.end()) {
    const auto i = static_cast<size_t>(at - keys.begin());
    if (values_[i] != nullptr) {
      reader.Error(name.place, "key '" + name.text + "' is given twice" +
                                   FirstOnLine(lines_[i]));
      return;
    }
    values_[i] = &value;
    lines_[i] = name.place.line;
    return;
  }
  std::vector<std::string_view> known;
  std::string all;
  for (const Key& key : keys) {
    known.push_back(key.name);
    all += (all.empty() ? "" : ", ") + std::string(key.name);
  }
  std::string advice = DidYouMean(name.text, known);
  if (advice.empty()) {
    advice = "; the keys of " + std::string(NameOf(kind_)) + " are " + all;
  }
  reader.Error(name.place, "unknown key " + Quote(name.text) + advice);
}

Entry Fields::Get(std::string_view name) const {
  const auto keys = KeysOf(kind_);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].name == name) return {&keys[i], values_[i]};
  }
  return {};
}

}  // namespace saring
