// When an affix may be put to a word.

#ifndef SARING_PLUGIN_ENGINE_AFFIX_CONDITION_H_
#define SARING_PLUGIN_ENGINE_AFFIX_CONDITION_H_

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saring {

// A pattern over the letters that a word begins or ends with: a letter stands
// for itself, a dot for any, [abc] for one of these and [^abc] for none of
// them. All text is UTF-8; a byte that is not, is a letter of its own.
class AffixCondition {
 public:
  // The condition that every word meets.
  AffixCondition() = default;

  // nullopt when a bracket is not closed.
  static std::optional<AffixCondition> Parse(std::string_view pattern);

  bool MatchesBegin(std::string_view word) const;
  bool MatchesEnd(std::string_view word) const;

 private:
  struct Letter {
    bool negated = false;
    std::bitset<128> ascii;
    std::u32string others;

    void Add(char32_t c);
    bool Matches(char32_t c) const;
  };

  std::vector<Letter> letters_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_AFFIX_CONDITION_H_
