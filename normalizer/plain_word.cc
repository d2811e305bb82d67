#include "normalizer/plain_word.h"

#include <algorithm>

#include "normalizer/affix_reading.h"
#include "normalizer/digit_reading.h"
#include "normalizer/doubling_reading.h"
#include "normalizer/figure_walk.h"
#include "normalizer/fragment_reading.h"
#include "normalizer/next_groups.h"
#include "normalizer/open_ends.h"

namespace saring {
namespace {

constexpr size_t kShortestRead = 3;

// What a word is made of, and whether it may be spelled in some other way.
struct Letters {
  bool letters = false, figures = false;
  bool stretched = false;
  bool old = false;

  explicit Letters(std::string_view word) {
    int doubled = 0;
    size_t times = 0;  // of the last character, in a row
    char last = '\0';
    for (const char c : word) {
      const bool figure = c <= '9';
      figures |= figure;
      letters |= !figure;
      times = c == last ? times + 1 : 1;
      stretched |= times > 2;
      doubled += times == 2 && !figure;
      old |= c == 'j' || (c == 'e' && last == 'o') || (c == 'h' && last == 'c');
      last = c;
    }
    stretched |= doubled > 1;
  }
};

class PlainWord {
 public:
  PlainWord(std::string_view word, const Lexicon& lexicon,
            PlainBuffers* buffers)
      : word_(word),
        lexicon_(lexicon),
        index_(lexicon.index()),
        b_(*buffers),
        known_(lexicon.Know(word)),
        made_of_(word) {}

  std::optional<UnitReading> Read() {
    b_.ends.clear();
    if (known_.is_short_form) return std::nullopt;
    if (IsTerm() && IsMixed()) return std::nullopt;
    if (IsTerm()) return ReadTerm();
    if (made_of_.letters && MayBeRead()) return std::nullopt;
    if (!IsMixed()) {
      const auto size = static_cast<uint32_t>(word_.size());
      if (const auto end = index_.Beginning(word_)) {
        b_.ends.push_back({*end, size});
      }
    } else if (!WalkFigures(word_, index_, &b_.ends)) {
      return std::nullopt;
    }
    std::sort(b_.ends.begin(), b_.ends.end());
    b_.ends.erase(std::unique(b_.ends.begin(), b_.ends.end()), b_.ends.end());
    if (b_.ends.size() > OpenEndSet::kMost) return std::nullopt;
    UnitReading reading = IsItsOwnEnd() ? ReadOther() : UnitReading();
    reading.bits |= NextGroups(index_, b_.ends);
    return reading;
  }

 private:
  bool IsTerm() const { return known_.number != 0; }
  bool IsMixed() const { return made_of_.letters && made_of_.figures; }

  // Whether a word with letters, which is no term's, may be read as some; in
  // the order of word_reading.h. Figures as letters are looked at apart.
  bool MayBeRead() {
    if (word_.size() < kShortestRead || known_.is_ordinary) return false;
    if (!WithoutAffix(word_, lexicon_).empty()) return true;
    if (known_.is_piece) return false;
    return made_of_.stretched || made_of_.old || MayBeDoubled() ||
           index_.slips().Find(word_).size > 0 || IsJoined(word_) ||
           (made_of_.figures && IsJoinedByLetters());
  }

  bool MayBeDoubled() const {
    const size_t two = word_.find('2');
    return two != word_.npos && two >= kShortestDoubled;
  }

  // Words written together, the last maybe with a clitic behind it.
  bool IsJoined(std::string_view word) {
    // What is not in the word is not in what it begins with.
    if (!FindJoined(word, lexicon_, &b_.joined)) return false;
    if (Cuts(word, CutAt::kTermsOnly) || Cuts(word, CutAt::kAnyWords)) {
      return true;
    }
    const std::string_view rest = WithoutEnding(word);
    return !rest.empty() && FindJoined(rest, lexicon_, &b_.joined) &&
           Cuts(rest, CutAt::kTermsOnly);
  }

  bool Cuts(std::string_view word, CutAt at) {
    return CutJoined(word, at, lexicon_, &b_.joined);
  }

  bool IsJoinedByLetters() {
    b_.letters = word_;
    ReadDigitsAsLetters(&b_.letters);
    return IsJoined(b_.letters);
  }

  // Whether nothing is open at the end but the word as written.
  bool IsItsOwnEnd() const {
    return b_.ends.empty() ||
           (b_.ends.size() == 1 && b_.ends[0].hash == WordIndex::HashOf(word_));
  }

  UnitReading ReadTerm() const {
    UnitReading reading = OneWord(true);
    reading.number = known_.number;
    reading.bits |= known_.next;
    const Cue cue = made_of_.figures ? lexicon_.CueOf({.number = known_.number,
                                                       .step = Step::kWritten,
                                                       .figures = true})
                                     : known_.cue;
    SetCue(cue, &reading);
    reading.Set(UnitReading::kEndsInTerm,
                made_of_.letters && word_.size() >= kShortestDoubled);
    return reading;
  }

  UnitReading ReadOther() const {
    UnitReading reading = OneWord(known_.is_piece);
    if (!made_of_.letters) {
      SetCue(lexicon_.CueOf({.step = Step::kWritten, .figures = true}),
             &reading);
    }
    return reading;
  }

  UnitReading OneWord(bool is_known) const {
    UnitReading reading;
    reading.Set(UnitReading::kOneWord, true);
    reading.Set(UnitReading::kOneWritten, true);
    reading.Set(UnitReading::kLetters, made_of_.letters);
    reading.Set(UnitReading::kWhole,
                is_known && word_.size() >= kShortestWhole);
    return reading;
  }

  static void SetCue(Cue cue, UnitReading* reading) {
    reading->Set(UnitReading::kCue, cue != Cue::kNone);
    reading->Set(UnitReading::kCueAlone, cue == Cue::kAlone);
  }

  const std::string_view word_;
  const Lexicon& lexicon_;
  const WordIndex& index_;
  PlainBuffers& b_;
  const KnownWord known_;
  const Letters made_of_;
};

}  // namespace

std::optional<UnitReading> ReadPlainWord(std::string_view word,
                                         const Lexicon& lexicon,
                                         PlainBuffers* buffers) {
  return PlainWord(word, lexicon, buffers).Read();
}

}  // namespace saring
