// The words of dictionaries, whatever policy asks for them.

#ifndef SARING_PLUGIN_ENGINE_LANGUAGE_WORDS_H_
#define SARING_PLUGIN_ENGINE_LANGUAGE_WORDS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/lexicon.h"
#include "plugin/engine/dictionary.h"
#include "plugin/engine/hashed_words.h"

namespace saring {

// Every word in every form of some dictionaries, folded, of three letters or
// more. Millions: policies in one process that name the same dictionaries
// share them, so that a policy which replaces another need not make them again.
// Immutable.
class LanguageWords {
 public:
  // Those of `dictionaries`, in their order: made now, unless some policy has
  // them. Any thread; waits for no other.
  static std::shared_ptr<const LanguageWords> Of(
      const std::vector<Dictionary>& dictionaries);

  const HashedWords& words() const { return words_; }

  // Whether forms of a dictionary were left out, as there were too many.
  bool cut(size_t dictionary) const { return cut_[dictionary]; }

  // Calls use(word) with each word in which a term's word and what may hang on
  // one stand by accident: beruang, a bear, is nothing with uang. In bajunya, a
  // form of baju, they do not.
  void ForEachAccident(const Lexicon& lexicon,
                       const std::function<void(std::string_view)>& use) const;

 private:
  class Builder;

  // A word from which something can be taken off that leaves another than the
  // entry it is a form of.
  struct Affixed {
    std::string word;
    uint32_t of_entry;  // a bit for each rest, in the order of FindRest(): it
                        // seems to be of the entry
  };

  LanguageWords() = default;

  HashedWords words_;
  std::vector<Affixed> affixed_;
  std::vector<bool> cut_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LANGUAGE_WORDS_H_
