// The words that a policy is made of.

#ifndef SARING_PLUGIN_ENGINE_VOCABULARY_H_
#define SARING_PLUGIN_ENGINE_VOCABULARY_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "normalizer/lexicon.h"
#include "plugin/engine/hashed_words.h"

namespace saring {

// Numbers folded words from 1 on; 0 stands for every word that is in no term
// and no exception. Beside them it keeps the words to be left alone, and the
// abbreviations.
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

  // Says that `word` is a term of `list`, for which some rule asks, or only a
  // part of a term or of an exception, or a term of a list for these. REQUIRES:
  // all calls for one list come in a row
  void AddToList(WordId word, uint32_t list, bool alone);

  // Says that `word` alone is evidence that a rule needs.
  void SetNeeded(WordId word) { memberships_[word - 1].needed = true; }

  // `folded` is never re-read. A word of a term stays one all the same. This
  // outweighs clitics and abbreviations too.
  void AddOrdinary(std::string_view folded);

  // `folded` is a word of the language: it is not re-read but as a term's word
  // with what hangs on it, and joined words may be cut at it. So cheap that the
  // words of dictionaries may come by. Returns whether it is new.
  bool AddPiece(std::string_view folded) { return pieces_.Add(folded); }

  // Says that every word of the language was added.
  void CompleteLanguage() { knows_language_ = true; }

  // The first meaning counts. `meaning` is folded words, a space between.
  void AddAbbreviation(std::string_view folded, std::string_view meaning);

  bool IsTermWord(std::string_view word) const override {
    return Find(word) != kUnknown;
  }
  bool IsNeeded(std::string_view word) const override;

  // Indexes the words of terms. Called once, after the last Intern() and before
  // the first text is read.
  void BuildIndex();

  const WordIndex& index() const override { return index_; }
  bool IsOrdinary(std::string_view word) const override;
  bool IsPiece(std::string_view word) const override;
  bool KnowsLanguage() const override { return knows_language_; }
  std::string_view MeaningOf(std::string_view word) const override;
  bool InSameLists(std::string_view a, std::string_view b) const override;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;
  template <typename Value>
  using WordMap = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  // Of one word: sums that tell sets of lists apart.
  struct Membership {
    uint64_t alone = 0, in_phrases = 0;
    uint32_t last_alone = UINT32_MAX, last_in_phrase = UINT32_MAX;
    bool needed = false;
  };

  WordMap<WordId> ids_;
  std::vector<Membership> memberships_;  // by WordId - 1
  Words ordinary_;
  HashedWords pieces_;
  bool knows_language_ = false;
  WordMap<std::string> meanings_;
  // By size and letters, so that few words are looked up in vain.
  uint64_t short_forms_ = 0;
  WordIndex index_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_VOCABULARY_H_
