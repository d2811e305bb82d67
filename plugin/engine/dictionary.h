// A hunspell dictionary, read from where it is installed.

#ifndef SARING_PLUGIN_ENGINE_DICTIONARY_H_
#define SARING_PLUGIN_ENGINE_DICTIONARY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "config/fault.h"
#include "plugin/engine/affix_rules.h"
#include "plugin/engine/inflection.h"

namespace saring {

// Where the packages of Debian put dictionaries.
inline constexpr char kDictionaryFolder[] = "/usr/share/hunspell";

// Immutable. It knows which words there are, and streams them: those of
// Indonesian are millions with their affixes.
class Dictionary {
 public:
  // Bytes of a file; more of them are refused.
  static constexpr size_t kMostBytes = 64 << 20;

  // The dictionary `name`, such as id_ID, of `folder`. nullopt, with the reason
  // in *problem, when it is not there or cannot be read. Doubts about its
  // contents become warnings.
  static std::optional<Dictionary> Read(const std::string& folder,
                                        const std::string& name,
                                        FaultList* faults,
                                        std::string* problem);

  // Gives every form of every entry to `use`, UTF-8, spelled as the dictionary
  // does; some more than once. False when affixes were left out because there
  // were too many.
  bool ForEachForm(const UseForm& use) const;

  // A hash of the bytes of both files.
  uint64_t content_hash() const { return content_hash_; }

 private:
  struct Entry {
    std::string word;
    FlagSet flags;
  };

  Dictionary() = default;

  void FindForbidden();
  std::string_view Entries() const;

  // The next entry of *lines; nullopt for a line that has none.
  std::optional<Entry> TakeEntry(std::string_view* lines) const;

  std::string entries_;  // the .dic file
  AffixRules rules_;
  std::unordered_set<std::string> forbidden_;  // words that there are not
  uint64_t content_hash_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_DICTIONARY_H_
