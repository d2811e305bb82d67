// Looks once more at a text that its disguised words would hide or demote.

#ifndef SARING_PLUGIN_ENGINE_SECOND_LOOK_H_
#define SARING_PLUGIN_ENGINE_SECOND_LOOK_H_

#include "normalizer/letter_walk.h"
#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"

namespace saring {

// A seller, or a bad keyboard, that disguises the word that convicts a text may
// have disguised the words that acquit it as well. These are in exceptions and
// among other goods, and shorter and more alike than evidence, so that the
// usual readings miss more of them. Whoever reads the one boldly must read the
// other at least as boldly.
//
// The disguises, as a set of steps, through which the evidence was read on
// which rules fired that know an excuse. Abbreviations, clitics and letters
// that are only styled are none.
StepSet DisguisesOf(const Ruleset& ruleset, const Evidence& evidence,
                    const Verdict& verdict);

// The policy's words, to be read boldly by some steps.
class BoldLexicon final : public Lexicon {
 public:
  BoldLexicon(const Vocabulary& words, StepSet bold)
      : words_(words), bold_(bold) {}

  bool IsBold(Step step) const override { return (bold_ & Just(step)) != 0; }
  uint32_t NumberOf(std::string_view word) const override {
    return words_.NumberOf(word);
  }
  bool IsNeeded(std::string_view word) const override {
    return words_.IsNeeded(word);
  }
  const WordIndex& index() const override { return words_.index(); }
  bool IsOrdinary(std::string_view word) const override {
    return words_.IsOrdinary(word);
  }
  bool IsPiece(std::string_view word) const override {
    return words_.IsPiece(word);
  }
  bool KnowsLanguage() const override { return words_.KnowsLanguage(); }
  std::string_view MeaningOf(std::string_view word) const override {
    return words_.MeaningOf(word);
  }
  bool InSameLists(std::string_view a, std::string_view b) const override {
    return words_.InSameLists(a, b);
  }

 private:
  const Vocabulary& words_;
  const StepSet bold_;
};

// Instead of a second look for which there is no time: no rule fires on
// evidence that it could have excused.
void TakeBackDisguised(const Ruleset& ruleset, Scratch* scratch);

// Puts the first look's evidence and verdict aside, for a second one.
void PutAside(Scratch* scratch);

// After PutAside() and a second look by a BoldLexicon: judges by the rules that
// fired at first. If all of them fire as they did, the first look counts, which
// guesses less; else the second, in which evidence that is written plainly is
// excused only by what excused it at first. It never makes a verdict more
// severe, and what it finds is evidence of nothing that was not found at first
// but for the goods that are named.
void Reconsider(const Ruleset& ruleset, Asked asked, Scratch* scratch);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_SECOND_LOOK_H_
