#include "normalizer/letter_walk.h"

#include <bit>

#include "normalizer/affix_reading.h"
#include "normalizer/boundary_reading.h"
#include "normalizer/digit_reading.h"
#include "normalizer/lookalikes.h"
#include "normalizer/old_spelling_reading.h"
#include "normalizer/stretched_reading.h"

namespace saring {
namespace {

using Hash = WordIndex::Hash;

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

// Beside the steps: a sign was read that nobody writes for another reason.
constexpr StepSet kBoldSign = 1u << 31;

bool IsMoreThanTwo(StepSet steps) {
  steps &= steps - 1;
  return (steps & (steps - 1)) != 0;
}

constexpr size_t kShortestRead = 3;
constexpr size_t kShortestBeforeClitic = 4;

class Walk {
 public:
  Walk(Run run, const WalkRules& rules, const Lexicon& lexicon,
       WalkBuffers* buffers)
      : run_(run),
        rules_(rules),
        lexicon_(lexicon),
        index_(lexicon.index()),
        b_(*buffers) {}

  void From(size_t at, Hash hash, StepSet steps) {
    if (++tried_ > kMostTried || b_.landings.size() == kMostKept) {
      all_tried_ = false;
      return;
    }
    Land(at, hash, steps);
    if (at == run_.size()) return LeaveOpen(hash);
    const FoldedChar& c = run_[at];
    if (c.Is(Kind::kMark)) {
      From(at + 1, hash, steps);
    } else if (c.code < 0x80 && c.IsWordChar()) {
      TryValue(at, static_cast<char>(c.code), hash, steps);
      TryOldSpelling(at, hash, steps);
    } else {
      TrySign(at, hash, steps);
    }
  }

  bool all_tried() const { return all_tried_; }

 private:
  void LeaveOpen(Hash hash) {
    if (rules_.open_ends == nullptr) return;
    rules_.open_ends->push_back(
        {hash, static_cast<uint32_t>(b_.letters.size())});
  }

  bool May(Step step) const { return (rules_.steps & Just(step)) != 0; }

  // One letter or digit for the character at `at`, and for a digit its letters.
  void TryValue(size_t at, char value, Hash hash, StepSet steps) {
    TryLetter(at, value, hash, steps);
    if (MayBeSmallL(at) && May(Step::kLookAlike)) {
      TryLetter(at, 'l', hash, steps | Just(Step::kLookAlike));
    }
    if (!May(Step::kDigits)) return;
    for (const char letter : LettersOfDigit(value)) {
      TryLetter(at, letter, hash, steps | Just(Step::kDigits));
    }
  }

  // A capital I among small letters is as good as an l.
  bool MayBeSmallL(size_t at) const {
    const FoldedChar& c = run_[at];
    return c.code == 'i' && c.Is(Case::kCapital) && !c.styled && at > 0 &&
           run_[at - 1].Is(Case::kSmall);
  }

  void TrySign(size_t at, Hash hash, StepSet steps) {
    const char32_t code = run_[at].code;
    if (May(Step::kLookAlike) && code >= 0x80) {
      for (const char value : LookAlikesOf(code)) {
        TryValue(at, value, hash, steps | Just(Step::kLookAlike));
      }
    }
    if (May(Step::kDigits)) {
      const StepSet bold = IsBoldSign(code) ? kBoldSign : 0;
      for (const char letter : LettersOfSign(code)) {
        TryLetter(at, letter, hash, steps | Just(Step::kDigits) | bold);
      }
    }
    if (IsMask(code) && May(Step::kMasked) && IsInside(at) &&
        (steps & Just(Step::kMasked)) == 0) {
      for (const char letter : kLetters) {
        Try(at + 1, letter, 1, hash, steps | Just(Step::kMasked));
      }
    }
    TryGap(at, hash, steps);
  }

  void TryGap(size_t at, Hash hash, StepSet steps) {
    if (!rules_.across_gaps) return;
    size_t end = at;
    while (end < run_.size() && !run_[end].IsWordChar()) ++end;
    if (end == run_.size()) LeaveOpen(hash);
    if (end == at || end == run_.size() || end - at > kLongestGap) return;
    From(end, hash, steps);
  }

  bool IsInside(size_t at) const {
    return at > 0 && run_[at - 1].IsWordChar() && at + 1 < run_.size() &&
           run_[at + 1].IsWordChar();
  }

  // The letter once, and where it is repeated, the repetition as one or two.
  void TryLetter(size_t at, char letter, Hash hash, StepSet steps) {
    Try(at + 1, letter, 1, hash, steps);
    const char32_t code = run_[at].code;
    if (!May(Step::kStretched) || (at > 0 && run_[at - 1].code == code)) return;
    size_t end = at + 1;
    while (end < run_.size() && run_[end].code == code) ++end;
    if (end == at + 1) return;
    steps |= Just(Step::kStretched);
    if (end > at + 2) Try(end, letter, 2, hash, steps);
    Try(end, letter, 1, hash, steps);
  }

  void TryOldSpelling(size_t at, Hash hash, StepSet steps) {
    if (!May(Step::kOldSpelling)) return;
    const char first = static_cast<char>(run_[at].code);
    const char second = at + 1 < run_.size() && run_[at + 1].code < 0x80
                            ? static_cast<char>(run_[at + 1].code)
                            : '\0';
    for (const OldSpelling& old : kOldSpellings) {
      if (old.written[0] != first || (at == 0 && !old.first)) continue;
      if (old.written.size() == 2 && old.written[1] != second) continue;
      const size_t next = at + old.written.size();
      Try(next, old.meant, hash, steps | Just(Step::kOldSpelling));
    }
  }

  void Try(size_t next, std::string_view letters, Hash hash, StepSet steps) {
    const size_t old_size = b_.letters.size();
    if (IsMoreThanTwo(steps & kLetterSteps & ~Just(Step::kLookAlike))) return;
    for (const char letter : letters) {
      hash = WordIndex::Extend(hash, letter);
      if (!index_.MayBegin(hash)) break;
      b_.letters.push_back(letter);
    }
    if (b_.letters.size() == old_size + letters.size()) From(next, hash, steps);
    b_.letters.resize(old_size);
  }

  void Try(size_t next, char letter, size_t copies, Hash hash, StepSet steps) {
    const char letters[] = {letter, letter};
    Try(next, std::string_view(letters, copies), hash, steps);
  }

  void Land(size_t at, Hash hash, StepSet steps) {
    if (!index_.MayBeWord(hash) || !MayEnd(at)) return;
    StepSet taken = steps & kLetterSteps;
    if (taken == 0 && !rules_.across_gaps) return;
    if ((taken & ~Just(Step::kLookAlike)) != 0 &&
        b_.letters.size() < kShortestRead) {
      return;
    }
    if ((taken & (Just(Step::kDigits) | Just(Step::kMasked))) != 0 &&
        b_.letters.size() < rules_.shortest_of_digits &&
        (steps & kBoldSign) == 0) {
      return;
    }
    if (!lexicon_.IsTermWord(b_.letters)) return;
    for (const Landing& other : b_.landings) {
      if (other.size == at && b_.text(other) == b_.letters) return;
    }
    if (rules_.affixed && at < run_.size()) taken |= Just(Step::kAffix);
    b_.landings.push_back({static_cast<uint32_t>(at), taken,
                           static_cast<uint32_t>(b_.found.size()),
                           static_cast<uint32_t>(b_.letters.size())});
    b_.found += b_.letters;
  }

  bool MayEnd(size_t at) const {
    if (at == run_.size()) return true;
    if (rules_.ends_early && !run_[at].IsWordChar()) return true;
    if (rules_.parts && at > 0 && MayPart(run_[at - 1], run_[at])) return true;
    return rules_.affixed && b_.letters.size() >= kShortestBeforeClitic &&
           IsEnding(run_.subspan(at));
  }

  const Run run_;
  const WalkRules& rules_;
  const Lexicon& lexicon_;
  const WordIndex& index_;
  WalkBuffers& b_;
  int tried_ = 0;
  bool all_tried_ = true;
};

}  // namespace

Step BoldestOf(StepSet steps) {
  return static_cast<Step>(std::bit_width(steps) - 1);
}

bool WalkLetters(Run run, const WalkRules& rules, const Lexicon& lexicon,
                 WalkBuffers* buffers) {
  buffers->letters.clear();
  buffers->found.clear();
  buffers->landings.clear();
  Walk walk(run, rules, lexicon, buffers);
  walk.From(0, WordIndex::kEmpty, 0);
  return walk.all_tried();
}

StepSet StepsFor(Run run) {
  bool foreign = false;
  bool capital_i = false;
  bool digits = false;
  bool letters = false;
  for (const FoldedChar& c : run) {
    foreign |= c.code >= 0x80;
    capital_i |= c.code == 'i' && c.Is(Case::kCapital);
    digits |= c.Is(Kind::kDigit);
    letters |= c.Is(Kind::kLetter);
  }
  StepSet steps = 0;
  if (foreign || capital_i) steps |= Just(Step::kLookAlike);
  if (!letters) return steps;
  // A look-alike may show a figure.
  if ((digits && !IsNumberPattern(run)) || foreign) {
    steps |= Just(Step::kDigits);
  }
  if (IsStretched(run)) steps |= Just(Step::kStretched);
  if (MayBeOldSpelling(run)) steps |= Just(Step::kOldSpelling);
  return steps;
}

int ReadLetters(Run run, WalkRules rules, uint32_t from, uint32_t to,
                const Lexicon& lexicon, WalkBuffers* buffers,
                Lattice* lattice) {
  if (rules.steps == 0 || run.size() > kLongestReading) return 0;
  rules.affixed = true;
  WalkLetters(run, rules, lexicon, buffers);
  for (const Landing& landing : buffers->landings) {
    AddWord(run, BoldestOf(landing.steps), from, to, buffers->text(landing),
            lattice);
  }
  return static_cast<int>(buffers->landings.size());
}

}  // namespace saring
