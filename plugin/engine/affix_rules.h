// The affixes of a hunspell dictionary.

#ifndef SARING_PLUGIN_ENGINE_AFFIX_RULES_H_
#define SARING_PLUGIN_ENGINE_AFFIX_RULES_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "plugin/engine/affix_condition.h"
#include "plugin/engine/affix_flags.h"

namespace saring {

// A prefix or suffix. Text is UTF-8.
struct Affix {
  AffixFlag flag = kNoFlag;  // which the word must have
  bool crosses = false;      // a prefix and a suffix that do may meet in a word
  std::string strip;         // goes first, at the place of the affix
  std::string append;
  AffixCondition condition;  // on the word before `strip` goes
  FlagSet continuation;      // flags that the word has from it

  // What `continuation` says.
  bool circumfix = false;         // it comes only together with another such
  bool needs_affix = false;       // it makes no word yet
  bool only_in_compound = false;  // nor does this, ever
};

// Affixes of one kind.
struct AffixTable {
  std::vector<Affix> affixes;
  // By flag: places in `affixes`.
  std::unordered_map<AffixFlag, std::vector<uint32_t>> by_flag;
};

enum class DictionaryEncoding : uint8_t { kLatin1, kUtf8 };

// What an .aff file says, as far as it decides which words there are. Compounds
// are left out: their number has no end.
struct AffixRules {
  DictionaryEncoding encoding = DictionaryEncoding::kLatin1;
  FlagStyle flag_style = FlagStyle::kByte;
  std::vector<FlagSet> flag_aliases;  // flags are written as numbers from 1 on
  bool full_strip = false;            // `strip` may be a whole word

  // Flags with a meaning, or kNoFlag.
  AffixFlag circumfix = kNoFlag;
  AffixFlag needs_affix = kNoFlag;
  AffixFlag forbidden = kNoFlag;
  AffixFlag only_in_compound = kNoFlag;

  AffixTable prefixes, suffixes;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_AFFIX_RULES_H_
