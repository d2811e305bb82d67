#include "normalizer/lone_unit.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "normalizer/ascii.h"
#include "normalizer/boundary_reading.h"
#include "normalizer/decoder.h"
#include "normalizer/digit_reading.h"
#include "normalizer/doubling_reading.h"
#include "normalizer/fragment_reading.h"
#include "normalizer/lookalikes.h"
#include "normalizer/next_groups.h"
#include "normalizer/spaced_reading.h"

namespace saring {
namespace {

// Opens, closes or ends an embedding of another direction.
bool IsBidiEmbedding(char32_t c) { return 0x202A <= c && c <= 0x202E; }

WrittenCount CountWritten(std::span<const WrittenWord> words) {
  const auto count_lone = [](auto first, auto last) {
    const auto end = std::find_if_not(
        first, last, [](const WrittenWord& word) { return word.lone; });
    return static_cast<uint32_t>(end - first);
  };
  return {static_cast<uint32_t>(words.size()),
          count_lone(words.begin(), words.end()),
          count_lone(words.rbegin(), words.rend())};
}

class LoneUnit {
 public:
  LoneUnit(const Forms& forms, std::string_view unit, bool closed,
           const Lexicon& lexicon, UnitBuffers* buffers)
      : forms_(forms),
        unit_(unit),
        closed_(closed),
        lexicon_(lexicon),
        b_(*buffers) {}

  UnitReading Read() {
    b_.lattice.Clear();
    b_.ends.clear();
    const bool whole = Fold();
    is_plain_ = IsPlain();
    SplitPart(b_.chars, lexicon_, &b_.reading, &b_.lattice);
    for (Word& word : b_.lattice.words) {
      word.number = lexicon_.NumberOf(b_.lattice.text(word));
    }
    UnitReading reading;
    const size_t words = b_.lattice.words.size();
    reading.Set(UnitReading::kNeedsText,
                !whole || !ReadsWithin() || !OpensFewEnds());
    b_.edges = {.written = CountWritten(b_.reading.words),
                .begins = Begins(),
                .alone = SharesCharacter() || b_.lattice.words.size() != words};
    reading.Set(UnitReading::kSigns,
                !reading.Is(UnitReading::kNeedsText) && IsOfSigns());
    const Cue cue = StrongestCue();
    reading.Set(UnitReading::kCue, cue != Cue::kNone);
    reading.Set(UnitReading::kCueAlone, cue == Cue::kAlone);
    reading.Set(UnitReading::kEndsInTerm, EndsInTerm());
    if (!reading.Is(UnitReading::kNeedsText) && IsOneWord()) {
      reading.Set(UnitReading::kOneWord, true);
      reading.Set(UnitReading::kOneWritten, true);
      reading.Set(UnitReading::kLetters, !IsFigures(unit_));
      reading.Set(UnitReading::kWhole, IsWhole());
      reading.number = b_.lattice.words[0].number;
    }
    reading.bits |= NextGroups(lexicon_.index(), b_.ends);
    return reading;
  }

 private:
  // False if the characters depend on what stands before the unit, or tell
  // something of what stands behind it.
  bool Fold() {
    b_.text.assign(unit_);
    if (closed_) b_.text += " )";
    FoldText(forms_, b_.text, &b_.fold, &b_.chars);
    return IsAscii(b_.text) ||
           (!BeginsWithMark() && !HasEmbedding() && !FoldsToQuoteOrBracket());
  }

  bool BeginsWithMark() const {
    Decoder decoder(unit_);
    SourceChar first;
    return decoder.Next(&first) && first.code >= 0x80 &&
           !unorm2_hasBoundaryBefore(forms_.fold,
                                     static_cast<UChar32>(first.code));
  }

  bool HasEmbedding() const {
    for (size_t i = 0; i < unit_.size();) {
      UChar32 c;
      U8_NEXT(unit_.data(), i, unit_.size(), c);
      if (c > 0 && IsBidiEmbedding(static_cast<char32_t>(c))) return true;
    }
    return false;
  }

  bool FoldsToQuoteOrBracket() const {
    return std::any_of(
        b_.chars.begin(), b_.chars.end(), [&](const FoldedChar& c) {
          return (c.code == '"' || c.code == '(' || c.code == ')') &&
                 static_cast<char32_t>(b_.text[c.begin]) != c.code;
        });
  }

  // One word of ASCII letters, none of which is a capital unless all are or it
  // is the first. It has no part that a word over several may begin or end
  // with, but for itself.
  bool IsPlain() const {
    const Run run(b_.chars);
    if (run.size() != unit_.size() || run.empty()) return false;
    for (size_t i = 0; i < run.size(); ++i) {
      if (run[i].code < 'a' || 'z' < run[i].code) return false;
      if (i > 1 && run[i].letter_case != run[i - 1].letter_case) return false;
    }
    return run.size() == 1 || run[0].Is(Case::kCapital) ||
           run[1].Is(Case::kSmall);
  }

  // Whether some character folds to several words.
  bool SharesCharacter() const {
    const std::vector<WrittenWord>& words = b_.reading.words;
    return std::adjacent_find(words.begin(), words.end(),
                              [&](const WrittenWord& a, const WrittenWord& b) {
                                return b_.chars[a.end - 1].begin ==
                                       b_.chars[b.begin].begin;
                              }) != words.end();
  }

  // Reads words of the unit together: spaced, or cut in two. False if what
  // stands around it matters.
  bool ReadsWithin() {
    return is_plain_ || IsUncut() ||
           JoinWithin(b_.chars, lexicon_, &b_.reading, &b_.lattice);
  }

  // Whether the unit is one word that parts nowhere: it has been read.
  bool IsUncut() const {
    const std::vector<WrittenWord>& words = b_.reading.words;
    if (words.size() != 1 || words[0].begin != 0 ||
        words[0].end != b_.chars.size()) {
      return false;
    }
    return std::adjacent_find(b_.chars.begin(), b_.chars.end(), MayPart) ==
           b_.chars.end();
  }

  bool OpensFewEnds() {
    if (is_plain_) {
      // Of a plain word only the whole of it may be gone on with.
      const Word& word = b_.lattice.words[0];
      const auto end = lexicon_.index().Beginning(b_.lattice.text(word));
      if (end) b_.ends.push_back({*end, word.text_size});
      return true;
    }
    WordBuffers& buffers = b_.reading.word;
    return FindOpenEnds({b_.chars, b_.reading.words}, lexicon_, &buffers.walk,
                        &buffers.other, &b_.ends) &&
           b_.ends.size() <= OpenEndSet::kMost;
  }

  // What letters that were left open may go on with here, as the walk over
  // fragments does: the letters of signs, and of the first character of a word.
  Groups Begins() const {
    Groups groups = 0;
    const auto add = [&](char value) {
      groups |= GroupsOf(value);
      for (const char letter : LettersOfDigit(value)) {
        groups |= GroupsOf(letter);
      }
      if (value == 'i') groups |= GroupsOf('l');  // maybe a capital
    };
    for (const FoldedChar& c : b_.chars) {
      if (c.Is(Kind::kMark)) return kAllGroups;  // it is passed over
      for (const char letter : LettersOfSign(c.code)) add(letter);
      if (c.code >= 0x80) {
        for (const char value : LookAlikesOf(c.code)) add(value);
      } else if (c.IsWordChar()) {
        add(static_cast<char>(c.code));
      }
      if (c.IsWordChar()) break;
    }
    return groups;
  }

  bool IsOfSigns() const {
    return b_.reading.words.empty() &&
           std::any_of(
               b_.chars.begin(), b_.chars.end(), [](const FoldedChar& c) {
                 return !LettersOfSign(c.code).empty() ||
                        (c.code >= 0x80 && !LookAlikesOf(c.code).empty());
               });
  }

  // A cue with more behind it in the unit needs nothing beside it.
  Cue StrongestCue() const {
    Cue strongest = Cue::kNone;
    for (const Word& word : b_.lattice.words) {
      const Cue cue = lexicon_.CueOf(word);
      strongest = std::max(
          strongest, cue == Cue::kWithMore && GoesOn(word) ? Cue::kAlone : cue);
    }
    return strongest;
  }

  bool GoesOn(const Word& word) const {
    const std::vector<Word>& words = b_.lattice.words;
    return std::any_of(words.begin(), words.end(), [&](const Word& next) {
      return next.from == word.to &&
             lexicon_.beginnings().Has(LexiconWord(word), LexiconWord(next));
    });
  }

  // Then a ditto mark behind it means the word again.
  bool EndsInTerm() const {
    if (b_.reading.words.empty()) return false;
    const WrittenWord& last = b_.reading.words.back();
    const Run run = Run(b_.chars).subspan(last.begin, last.end - last.begin);
    return run.size() >= kShortestDoubled &&
           std::all_of(
               run.begin(), run.end(),
               [](const FoldedChar& c) { return c.Is(Kind::kLetter); }) &&
           std::any_of(b_.lattice.words.begin(), b_.lattice.words.end(),
                       [&](const Word& word) {
                         return word.from >= last.from && word.number != 0;
                       });
  }

  bool IsOneWord() const {
    return b_.lattice.words.size() == 1 && b_.lattice.node_count == 2 &&
           IsAscii(unit_) && b_.lattice.words[0].text_size == unit_.size() &&
           (b_.ends.empty() ||
            (b_.ends.size() == 1 && b_.ends[0].hash == HashOfLetters()));
  }

  // REQUIRES: the lattice has one word
  WordIndex::Hash HashOfLetters() const {
    return WordIndex::HashOf(b_.lattice.text(b_.lattice.words[0]));
  }

  // As the reading of fragments has it. REQUIRES: IsOneWord()
  bool IsWhole() const {
    const Word& word = b_.lattice.words[0];
    return word.text_size >= kShortestWhole &&
           (word.number != 0 || lexicon_.IsPiece(b_.lattice.text(word)));
  }

  static bool IsFigures(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return '0' <= c && c <= '9'; });
  }

  const Forms& forms_;
  const std::string_view unit_;
  const bool closed_;
  const Lexicon& lexicon_;
  UnitBuffers& b_;
  bool is_plain_ = false;
};

}  // namespace

UnitReading ReadLoneUnit(const Forms& forms, std::string_view unit, bool closed,
                         const Lexicon& lexicon, UnitBuffers* buffers) {
  return LoneUnit(forms, unit, closed, lexicon, buffers).Read();
}

}  // namespace saring
