// The words that a policy's terms and exceptions are made of.

#ifndef SARING_PLUGIN_ENGINE_VOCABULARY_H_
#define SARING_PLUGIN_ENGINE_VOCABULARY_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "normalizer/lexicon.h"

namespace saring {

// Numbers folded words from 1 on; 0 stands for every word that is in no term
// and no exception.
//
// Filled while a policy is compiled, then constant; threads may share it.
class Vocabulary final : public Lexicon {
 public:
  using WordId = uint32_t;
  static constexpr WordId kUnknown = 0;

  // The number of `word`, a new one if it had none.
  WordId Intern(std::string_view word);

  // The number of `word`, or kUnknown.
  WordId Find(std::string_view word) const;

  bool IsTermWord(std::string_view word) const override {
    return Find(word) != kUnknown;
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_VOCABULARY_H_
