// What terms and exceptions become: sequences of words, lists and numbers.

#ifndef SARING_PLUGIN_ENGINE_PATTERN_H_
#define SARING_PLUGIN_ENGINE_PATTERN_H_

#include <cstdint>
#include <vector>

#include "plugin/engine/vocabulary.h"

namespace saring {

using ListId = uint32_t;     // index into Ruleset::lists()
using PatternId = uint32_t;  // index of a term or of an exception

// One element of a pattern: a word, any term of a list, or any number.
class Symbol {
 public:
  static Symbol OfWord(Vocabulary::WordId word) { return Symbol(word); }
  static Symbol OfList(ListId list) { return Symbol(kListBit | list); }
  static Symbol OfValue(uint32_t value) { return Symbol(value); }
  static Symbol OfNumber() { return Symbol(Beginnings::kAnyNumber); }

  uint32_t value() const { return value_; }

  bool IsWord() const { return (value_ & kListBit) == 0; }
  // REQUIRES: IsWord()
  Vocabulary::WordId word() const { return value_; }

  bool IsList() const {
    return (value_ & kListBit) != 0 && value_ != Beginnings::kAnyNumber;
  }
  // REQUIRES: IsList()
  ListId list() const { return value_ & ~kListBit; }

  bool operator==(const Symbol&) const = default;

 private:
  static constexpr uint32_t kListBit = 0x80000000u;
  explicit Symbol(uint32_t value) : value_(value) {}
  uint32_t value_;
};

using Pattern = std::vector<Symbol>;

// The most symbols in one pattern: it bounds the work a word of text can make.
inline constexpr size_t kMaxPatternSymbols = 16;

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_PATTERN_H_
