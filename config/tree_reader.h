// Turns nodes of the tree into values, and says what else was expected.

#ifndef SARING_CONFIG_TREE_READER_H_
#define SARING_CONFIG_TREE_READER_H_

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/date.h"
#include "config/fault.h"
#include "config/keys.h"
#include "config/policy.h"
#include "config/yaml_tree.h"

namespace saring {

// The value of a key, or its absence.
struct Entry {
  const Key* key = nullptr;
  const YamlNode* value = nullptr;  // nullptr when the map lacks the key

  explicit operator bool() const { return value != nullptr; }
};

// Of an absent entry each function returns an empty value and says nothing; of
// a wrong one it returns what could be understood and adds faults.
class TreeReader {
 public:
  // Borrows both.
  TreeReader(const std::string* file, FaultList* faults)
      : file_(file), faults_(faults) {}

  void Error(const Place& place, std::string message) const;
  void Warning(const Place& place, std::string message) const;

  // Says that something else was expected there; false, for the caller's use.
  bool Wrong(const YamlNode& node, const Key& key) const;

  bool IsMap(const YamlNode& node, const Key& key) const;
  bool IsSequence(const YamlNode& node, const Key& key) const;

  // One text, never blank.
  std::optional<Written> Text(const YamlNode& node, const Key& key) const;
  std::optional<Written> Text(const Entry& entry) const;

  // At least `least` texts, which no message but this one's counts.
  std::vector<Written> Texts(const Entry& entry, size_t least = 0) const;
  std::vector<Written> TextOrTexts(const Entry& entry) const;

  // Complains when the sequence has fewer items. REQUIRES: entry
  void CheckCount(const Entry& entry, size_t least) const;

  // The position in `choices` of a text that must be one of them.
  std::optional<size_t> Choice(
      const Written& text, const Key& key,
      const std::vector<std::string_view>& choices) const;

  bool Boolean(const Entry& entry) const;
  std::optional<uint32_t> Number(const Entry& entry, uint32_t least,
                                 uint32_t most) const;
  // A number with a unit behind it, as 2.5%, counted in hundredths. A space may
  // stand between.
  std::optional<uint32_t> Hundredths(const Entry& entry, std::string_view unit,
                                     uint32_t least, uint32_t most) const;
  std::optional<Date> Day(const Entry& entry) const;

  // Complains when the first day is after the last.
  void CheckDays(const Entry& until, std::optional<Date> from,
                 std::optional<Date> last) const;

  // Calls visit for each entry of a map whose keys are free names, `what` of
  // which is being named. Of a name given twice only the first is visited.
  void ForEachNamed(
      const YamlNode& map, const Key& key, std::string_view what,
      const std::function<void(Written name, const YamlNode& value)>& visit)
      const;

 private:
  const std::string* file_;
  FaultList* faults_;
};

// The entries of a map whose keys are fixed. Making one complains of every key
// that is unknown, repeated or missing.
class Fields {
 public:
  // REQUIRES: map.kind is kMap. Borrows `map`.
  Fields(const YamlNode& map, MapKind kind, const TreeReader& reader);

  // REQUIRES: the table of keys has `name` for this kind
  Entry Get(std::string_view name) const;

 private:
  void Add(const YamlNode& name, const YamlNode& value,
           const TreeReader& reader);

  MapKind kind_;
  std::array<const YamlNode*, kMaxKeys> values_ = {};
  std::array<uint32_t, kMaxKeys> lines_ = {};  // of the keys themselves
};

}  // namespace saring

#endif  // SARING_CONFIG_TREE_READER_H_
