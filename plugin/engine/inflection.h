// All that affixes make of a word.

#ifndef SARING_PLUGIN_ENGINE_INFLECTION_H_
#define SARING_PLUGIN_ENGINE_INFLECTION_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/engine/affix_rules.h"

namespace saring {

// Given a form, which lives for the call, and whether it is the entry itself.
using UseForm = std::function<void(std::string_view form, bool is_entry)>;

// Puts the affixes of a dictionary to its entries: at most one prefix and two
// suffixes, as hunspell does. A form may come more than once.
class Inflection {
 public:
  // Steps of work for one entry, and for all of them together. Of the
  // dictionary of Indonesian, 8 million forms, an entry needs at most 20,000
  // and all of them 12 million; a hostile dictionary must end too.
  static constexpr size_t kMostOfEntry = 200'000;
  static constexpr size_t kMost = 100'000'000;

  // Both must outlive this.
  Inflection(const AffixRules& rules, const UseForm& use)
      : rules_(rules), use_(use) {}

  // Gives every form of `entry`, a word with `flags`.
  void Inflect(std::string_view entry, const FlagSet& flags);

  // Whether forms were left out because there were too many: of some entry, or
  // in all, so that no further one is looked at.
  bool cut() const { return cut_; }
  bool exhausted() const { return spent_ >= kMost; }

 private:
  template <typename Body>
  void ForEachAffix(const AffixTable& table, const FlagSet& flags, Body body);

  void AddPrefixed();
  void AddSuffixed(const Affix& first, const Affix* only_prefix);
  void AddBothSides(const std::string& word, const Affix& first,
                    const Affix* second, const Affix* only_prefix);
  bool MayMeet(const Affix& prefix, const Affix& first, const Affix* second,
               bool is_own) const;
  void UsePrefixed(const Affix& prefix, const std::string& word);
  bool Append(const Affix& suffix, const std::string& word,
              std::string* result) const;

  const AffixRules& rules_;
  const UseForm& use_;
  size_t spent_ = 0, spent_on_entry_ = 0;
  bool cut_ = false;

  // Of the entry.
  const FlagSet* flags_ = nullptr;
  std::vector<const Affix*> prefixes_;  // that its flags name
  std::string word_, once_, twice_;     // with no suffix, one, two
  std::string prefixed_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_INFLECTION_H_
