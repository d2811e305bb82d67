#include "normalizer/word_reading.h"

#include <algorithm>

#include "normalizer/abbreviation_reading.h"
#include "normalizer/affix_reading.h"
#include "normalizer/digit_reading.h"
#include "normalizer/doubling_reading.h"
#include "normalizer/lookalikes.h"
#include "normalizer/reversed_reading.h"
#include "normalizer/slip_reading.h"
#include "normalizer/stretched_reading.h"

namespace saring {
namespace {

constexpr size_t kShortestRead = 3;
// Of a word with a number behind it: gen6, pad4, but bek45 and beka5.
constexpr size_t kShortestNumbered = 5;

class WordReader {
 public:
  WordReader(Run run, uint32_t from, const Lexicon& lexicon,
             WordBuffers* buffers, Lattice* lattice)
      : run_(run),
        from_(from),
        lexicon_(lexicon),
        b_(*buffers),
        lattice_(*lattice) {}

  uint32_t Read() {
    const uint32_t nodes = ReadUsually();
    if (lexicon_.IsBold(Step::kDigits) || lexicon_.IsBold(Step::kSlip)) {
      ReadBoldly(from_ + nodes);
    }
    return nodes;
  }

 private:
  // The whole word, which ends at node `to`.
  void ReadBoldly(uint32_t to) {
    if (run_.size() > kLongestReading || !LettersOf(run_, &b_.letters) ||
        lexicon_.IsTermWord(b_.letters) || lexicon_.IsOrdinary(b_.letters) ||
        b_.letters.size() < kShortestRead || !HasLetter()) {
      return;
    }
    if (lexicon_.IsBold(Step::kDigits)) {
      constexpr WalkRules kRules = {.steps = kLetterSteps,
                                    .shortest_of_digits = kShortestRead};
      ReadLetters(run_, kRules, from_, to, lexicon_, &b_.walk, &lattice_);
    }
    if (!lexicon_.IsBold(Step::kSlip)) return;
    const SlipIndex::Meant meant =
        lexicon_.index().slips().Find(b_.letters, kShortestRead);
    for (size_t i = 0; i < meant.size; ++i) {
      AddWord(run_, Step::kSlip, from_, to, meant.words[i], &lattice_);
    }
  }

  uint32_t ReadUsually() {
    const bool is_term = lexicon_.IsTermWord(b_.written);
    const uint32_t meant =
        ReadAbbreviation(run_, b_.written, from_, lexicon_, &lattice_);
    if (meant > 0) return meant;
    if (is_term || run_.size() > kLongestReading) return 1;
    // What shows no letter of ASCII hides none, but beside others.
    if (!LettersOf(run_, &b_.letters)) return CutOnly();
    const StepSet steps = StepsFor(run_);
    if (ReadBy({.steps = steps & Just(Step::kLookAlike)})) return 1;
    if (b_.letters.size() < kShortestRead || !HasLetter()) return 1;
    if (lexicon_.IsOrdinary(b_.letters)) return 1;
    if (ReadAffixed(run_, b_.letters, from_, from_ + 1, lexicon_, &lattice_)) {
      return 1;
    }
    if (run_.front().reversed &&
        ReadReversed(run_, steps, from_, lexicon_, &b_.turned, &b_.walk,
                     &lattice_)) {
      return 1;
    }
    if (lexicon_.IsPiece(b_.letters)) return 1;
    return ReadDisguised(steps);
  }

  bool ReadBy(WalkRules rules) {
    return ReadLetters(run_, rules, from_, from_ + 1, lexicon_, &b_.walk,
                       &lattice_) > 0;
  }

  bool HasLetter() const {
    return std::any_of(run_.begin(), run_.end(),
                       [](const FoldedChar& c) { return c.Is(Kind::kLetter); });
  }

  // A word with a number behind it: pad4, gen6.
  bool IsNumbered() const {
    const size_t last = b_.letters.find_last_not_of("0123456789");
    if (last == std::string::npos || last + 1 == b_.letters.size())
      return false;
    const auto word = std::string_view(b_.letters).substr(0, last + 1);
    return word.size() >= kShortestRead &&
           (lexicon_.IsTermWord(word) || lexicon_.IsPiece(word));
  }

  uint32_t ReadDisguised(StepSet steps) {
    WalkRules rules = {.steps = steps};
    const bool numbered = IsNumbered();
    if (numbered) rules.shortest_of_digits = kShortestNumbered;
    if (ReadBy(rules)) return 1;
    if (numbered) steps &= ~Just(Step::kDigits);
    if ((steps & Just(Step::kStretched)) != 0 &&
        IsStretchedOrdinary(run_, lexicon_, &b_.other)) {
      return 1;
    }
    uint32_t nodes = ReadDoubling(run_, b_.letters, from_, lexicon_, &lattice_);
    if (nodes > 0) return nodes;
    if (MayBeCut(run_)) {
      nodes = ReadPieces(run_, from_, lexicon_, &b_.boundaries, &b_.walk,
                         &lattice_);
      if (nodes > 0) return nodes;
    }
    return ReadWhole(steps);
  }

  uint32_t CutOnly() {
    if (!MayBeCut(run_)) return 1;
    return std::max(1u, ReadPieces(run_, from_, lexicon_, &b_.boundaries,
                                   &b_.walk, &lattice_));
  }

  uint32_t ReadWhole(StepSet steps) {
    const bool joined = FindsJoined(b_.letters);
    SlipIndex::Meant meant = lexicon_.index().slips().Find(b_.letters);
    const auto slips = [&](Slips which) {
      return ReadSlip(run_, b_.letters, which, from_, from_ + 1, lexicon_,
                      &meant, &lattice_);
    };
    if (slips(Slips::kSwaps)) return 1;
    if (joined && Cuts(CutAt::kTermsOnly)) return AddPieces();
    if (slips(Slips::kAll)) return 1;
    if (joined && Cuts(CutAt::kAnyWords)) return AddPieces();
    if (CutsBeforeEnding()) return AddPieces();
    if ((steps & Just(Step::kStretched)) != 0 && CutsShortened()) {
      return AddPieces();
    }
    if ((steps & Just(Step::kDigits)) == 0) return 1;
    b_.other = b_.letters;
    ReadDigitsAsLetters(&b_.other);
    return FindsJoined(b_.other) && Cuts(CutAt::kAnyWords) ? AddPieces() : 1;
  }

  bool FindsJoined(std::string_view letters) {
    joined_ = letters;
    b_.places.clear();
    return letters.size() == run_.size() &&
           FindJoined(letters, lexicon_, &b_.joined);
  }

  // bajubekasnya
  bool CutsBeforeEnding() {
    const std::string_view rest = WithoutEnding(b_.letters);
    if (rest.empty() || b_.letters.size() != run_.size()) return false;
    joined_ = rest;
    b_.places.clear();
    return FindJoined(rest, lexicon_, &b_.joined) && Cuts(CutAt::kTermsOnly);
  }

  // bajubekasss: each letter once.
  bool CutsShortened() {
    if (b_.letters.size() != run_.size()) return false;
    b_.other.clear();
    b_.places.clear();
    for (uint32_t i = 0; i < run_.size(); ++i) {
      if (i > 0 && b_.letters[i] == b_.letters[i - 1]) continue;
      b_.other.push_back(b_.letters[i]);
      b_.places.push_back(i);
    }
    joined_ = b_.other;
    return FindJoined(joined_, lexicon_, &b_.joined) && Cuts(CutAt::kTermsOnly);
  }

  bool Cuts(CutAt cut) { return CutJoined(joined_, cut, lexicon_, &b_.joined); }

  // The pieces share all characters of the word.
  uint32_t AddPieces() {
    uint32_t node = from_;
    for (const JoinedPiece& piece : b_.joined.pieces) {
      const size_t begin = PlaceOf(piece.begin);
      const size_t end =
          piece.end == joined_.size() ? run_.size() : PlaceOf(piece.end);
      AddWord(run_.subspan(begin, end - begin), Step::kJoined, node, node + 1,
              joined_.substr(piece.begin, piece.end - piece.begin), &lattice_);
      ++node;
    }
    return node - from_;
  }

  size_t PlaceOf(uint32_t letter) const {
    return b_.places.empty() ? letter : b_.places[letter];
  }

  const Run run_;
  const uint32_t from_;
  const Lexicon& lexicon_;
  WordBuffers& b_;
  Lattice& lattice_;
  std::string_view joined_;
};

}  // namespace

bool LettersOf(Run run, std::string* letters) {
  letters->clear();
  for (const FoldedChar& c : run) {
    if (c.code < 0x80) {
      letters->push_back(static_cast<char>(c.code));
    } else if (!c.Is(Kind::kMark)) {
      const std::string_view values = LookAlikesOf(c.code);
      if (values.empty()) return false;
      letters->push_back(values[0]);
    }
  }
  return true;
}

uint32_t ReadWord(Run run, uint32_t from, const Lexicon& lexicon,
                  WordBuffers* buffers, Lattice* lattice) {
  buffers->written = lattice->text(lattice->words.back());
  return WordReader(run, from, lexicon, buffers, lattice).Read();
}

}  // namespace saring
