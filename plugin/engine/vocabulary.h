// The words that a policy is made of.

#ifndef SARING_PLUGIN_ENGINE_VOCABULARY_H_
#define SARING_PLUGIN_ENGINE_VOCABULARY_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "normalizer/lexicon.h"
#include "plugin/engine/hashed_words.h"
#include "plugin/engine/word_table.h"

namespace saring {

// Some of the lists that rules need, or that tell: a bit for each, but the 64th
// and all further ones share one.
using ListMask = uint64_t;
inline constexpr size_t kListBits = 64;
inline constexpr ListMask kSharedMask = ListMask{1} << (kListBits - 1);

// Knows folded words by number, those of no term and no exception as 0. Beside
// them it keeps the words to be left alone, and the abbreviations.
//
// Filled part by part while a policy is compiled, then constant; threads may
// share it.
class Vocabulary final : public Lexicon {
 public:
  using WordId = WordTable::WordId;
  static constexpr WordId kUnknown = WordTable::kUnknown;

  // Of one word. The first two are sums that tell sets of lists apart.
  struct Membership {
    uint64_t alone = 0, in_phrases = 0;
    ListMask hints = 0;        // the lists at terms of which it hints
    uint32_t needed = 0;       // 1: alone it is evidence that a rule needs
    Groups next : 24 = 0;      // that the word goes on with in others
    Cue cue : 8 = Cue::kNone;  // of telling terms
  };

  // Takes the words of terms, and which lists they are of.
  class Builder {
   public:
    // The number of `word`, a new one if it had none.
    WordId Intern(std::string_view word);

    // Says that `word` is a term of `list`, for which some rule asks, or only a
    // part of a term or of an exception, or a term of a list for these.
    // REQUIRES: all calls for one list come in a row
    void AddToList(WordId word, uint32_t list, bool alone);

    // Says that `word` alone is evidence that a rule needs.
    void SetNeeded(WordId word) { memberships_[word - 1].needed = 1; }

    // Says at which lists' terms `word` hints: no term is found in a text
    // without all that hints at it; and that a telling term may begin with it.
    void AddHints(WordId word, ListMask lists) {
      memberships_[word - 1].hints |= lists;
    }
    void SetCue(WordId word, Cue cue) { memberships_[word - 1].cue = cue; }
    // Says what telling terms begin with.
    void SetBeginnings(std::span<const Beginnings::Pair> pairs) {
      beginnings_ = Beginnings(pairs);
    }

    // Words have the numbers from 1 to this.
    size_t word_count() const { return memberships_.size(); }

   private:
    friend class Vocabulary;
    struct LastLists {
      uint32_t alone = UINT32_MAX, in_phrase = UINT32_MAX;
    };
    WordTable::Builder words_;
    Beginnings beginnings_;
    std::vector<Membership> memberships_;  // by number - 1
    std::vector<LastLists> last_lists_;
  };

  // What a policy and its dictionaries say of words that need not be terms'.
  struct Language {
    // Words that are never re-read. Words of terms stay such all the same. They
    // outweigh clitics and abbreviations too.
    HashedWords::Builder ordinary;
    // Words of the language: they are not re-read but as a term's word with
    // what hangs on it, and joined words may be cut at them.
    std::shared_ptr<const HashedWords> pieces;  // or nullptr: none
    bool is_complete = false;  // every word of the language is there
  };

  Vocabulary() = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  // Called once, in this order; no text is read before the first.
  void SetTermWords(Builder&& builder);
  void SetLanguage(Language&& language);
  // Says that nothing more will be added: what is read by it may be remembered,
  // also for another that is the same word for word.
  void Freeze();

  // The first meaning counts. `meaning` is folded words, a space between.
  void AddAbbreviation(std::string_view folded, std::string_view meaning);

  // The number of `word`, or kUnknown. REQUIRES: hash is HashWord(word)
  WordId Find(std::string_view word, uint64_t hash) const {
    return words_.Find(word, hash);
  }
  WordId Find(std::string_view word) const { return words_.Find(word); }

  // Words have the numbers from 1 to this.
  size_t word_count() const { return words_.size(); }

  // The lists at terms of which a word hints.
  ListMask HintsOf(WordId word) const {
    return word == kUnknown ? 0 : memberships_[word - 1].hints;
  }

  // Says how telling terms may begin with any number.
  void SetCueOfNumbers(Cue cue) { cue_of_numbers_ = cue; }

  uint32_t NumberOf(std::string_view word) const override { return Find(word); }
  Cue CueOf(const Word& word) const override {
    const Cue cue = word.number == kUnknown ? Cue::kNone
                                            : memberships_[word.number - 1].cue;
    return word.figures ? std::max(cue, cue_of_numbers_) : cue;
  }
  const Beginnings& beginnings() const override { return beginnings_; }
  uint64_t serial() const override { return serial_; }
  KnownWord Know(std::string_view word) const override;
  bool IsNeeded(std::string_view word) const override;
  const WordIndex& index() const override { return index_; }
  bool IsOrdinary(std::string_view word) const override {
    return ordinary_.Contains(word);
  }
  bool IsPiece(std::string_view word) const override {
    const uint64_t hash = HashWord(word);
    return pieces_.Contains(hash) || ordinary_.Contains(hash);
  }
  bool KnowsLanguage() const override { return knows_language_; }
  std::string_view MeaningOf(std::string_view word) const override;
  bool InSameLists(std::string_view a, std::string_view b) const override;

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    WordTable::ForEachArray(self.words_, visit);
    visit(self.memberships_);
    Beginnings::ForEachArray(self.beginnings_, visit);
    HashedWords::ForEachArray(self.ordinary_, visit);
    HashedWords::ForEachArray(self.pieces_, visit);
    WordIndex::ForEachArray(self.index_, visit);
  }
  bool Restore() {
    return words_.Restore() && memberships_.size() == words_.size() &&
           beginnings_.Restore() && ordinary_.Restore() && pieces_.Restore() &&
           index_.Restore();
  }

  using Abbreviations = std::vector<std::pair<std::string, std::string>>;
  Abbreviations abbreviations() const;  // sorted
  void SetKnowsLanguage(bool knows) { knows_language_ = knows; }

 private:
  bool MayBeShortForm(uint64_t hash) const {
    return (short_forms_[hash >> 58] >> (hash >> 52 & 63) & 1) != 0;
  }

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return HashWord(word); }
  };

  uint64_t serial_ = 0;
  WordTable words_;
  FlatArray<Membership> memberships_;  // by number - 1
  Beginnings beginnings_;              // of telling terms
  HashedWords ordinary_, pieces_;
  std::shared_ptr<const HashedWords> shared_pieces_;  // from which pieces_
                                                      // borrows, or nullptr
  bool knows_language_ = false;
  Cue cue_of_numbers_ = Cue::kNone;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> meanings_;
  // Bits by hash, so that few words are looked up in vain.
  std::array<uint64_t, 64> short_forms_{};
  WordIndex index_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_VOCABULARY_H_
