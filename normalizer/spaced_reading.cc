#include "normalizer/spaced_reading.h"

#include <algorithm>
#include <iterator>

#include "normalizer/digit_reading.h"

namespace saring {
namespace {

class SpacedReader {
 public:
  SpacedReader(const WrittenText& text, const Lexicon& lexicon,
               WordBuffers* buffers, Lattice* lattice)
      : text_(text), lexicon_(lexicon), b_(*buffers), lattice_(*lattice) {}

  // The run of lone letters that begins with word `first` ends before this one.
  size_t EndOfRun(size_t first) const {
    size_t end = first + 1;
    while (end < text_.words.size() && text_.words[end].lone &&
           Gap(end).size() <= kLongestGap) {
      ++end;
    }
    return end;
  }

  void ReadRun(size_t first, size_t end) {
    if (end - first < kFewestSpaced || ReadWhole(first, end)) return;
    // Where the gap changes, the letter before it may belong to either side.
    bool landed = false;
    for (size_t begin = first; begin + 1 < end;) {
      size_t next = begin + 2;
      while (next < end && SameGap(begin + 1, next)) ++next;
      if (begin == first && next == end) break;
      landed |= ReadPart(begin, next);
      begin = next - 1;
    }
    if (landed) return;
    // A capital among small letters is a size.
    size_t begin = first;
    for (size_t i = first + 1; i + 1 < end; ++i) {
      if (!IsCapitalAmongSmall(i)) continue;
      ReadPart(begin, i);
      begin = i + 1;
    }
    if (begin != first) ReadPart(begin, end);
  }

 private:
  bool ReadPart(size_t first, size_t end) {
    return end - first >= kFewestSpaced && ReadWhole(first, end);
  }

  bool IsCapitalAmongSmall(size_t word) const {
    const auto is = [&](size_t i, Case letter_case) {
      return text_.chars[text_.words[i].begin].Is(letter_case);
    };
    return is(word, Case::kCapital) && is(word - 1, Case::kSmall) &&
           is(word + 1, Case::kSmall);
  }

  // What stands before a word.
  Run Gap(size_t word) const {
    return text_.run(text_.words[word - 1].end, text_.words[word].begin);
  }

  bool SameGap(size_t a, size_t b) const {
    return std::equal(Gap(a).begin(), Gap(a).end(), Gap(b).begin(),
                      Gap(b).end(),
                      [](const FoldedChar& c, const FoldedChar& d) {
                        return c.code == d.code;
                      });
  }

  bool ReadWhole(size_t first, size_t end) {
    if (end - first > kLongestReading) return false;
    const Run run =
        text_.run(text_.words[first].begin, text_.words[end - 1].end);
    bool letters = true;
    b_.letters.clear();
    for (size_t i = first; i < end && letters; ++i) {
      letters = LettersOf(text_.run(text_.words[i].begin, text_.words[i].end),
                          &b_.other);
      b_.letters += b_.other;
    }
    if (letters && lexicon_.IsPiece(b_.letters) &&
        !lexicon_.IsTermWord(b_.letters)) {
      return false;
    }
    PushTogether(run);
    constexpr StepSet kSteps =
        Just(Step::kLookAlike) | Just(Step::kDigits) | Just(Step::kStretched);
    WalkLetters(b_.together,
                {.steps = kSteps, .across_gaps = true, .affixed = true},
                lexicon_, &b_.walk);
    bool landed = false;
    for (const Landing& landing : b_.walk.landings) {
      if (landing.text_size < kShortestSpaced) continue;
      AddWord(run, BoldestOf(landing.steps | Just(Step::kSpaced)),
              text_.words[first].from, text_.words[end - 1].to,
              b_.walk.text(landing), &lattice_);
      landed = true;
    }
    return landed || (letters && ReadJoined(first, end));
  }

  // Without what is no letter and stands for none.
  void PushTogether(Run run) {
    b_.together.clear();
    std::copy_if(run.begin(), run.end(), std::back_inserter(b_.together),
                 [](const FoldedChar& c) {
                   return c.IsWordChar() || !LettersOfSign(c.code).empty();
                 });
  }

  bool ReadJoined(size_t first, size_t end) {
    if (b_.letters.size() != end - first ||
        !FindJoined(b_.letters, lexicon_, &b_.joined) ||
        !CutJoined(b_.letters, CutAt::kAnyWords, lexicon_, &b_.joined)) {
      return false;
    }
    for (const JoinedPiece& piece : b_.joined.pieces) {
      if (!piece.is_term) continue;
      const WrittenWord& from = text_.words[first + piece.begin];
      const WrittenWord& to = text_.words[first + piece.end - 1];
      AddWord(text_.run(from.begin, to.end), Step::kJoined, from.from, to.to,
              std::string_view(b_.letters)
                  .substr(piece.begin, piece.end - piece.begin),
              &lattice_);
    }
    return true;
  }

  const WrittenText& text_;
  const Lexicon& lexicon_;
  WordBuffers& b_;
  Lattice& lattice_;
};

}  // namespace

void ReadSpaced(const WrittenText& text, const Lexicon& lexicon,
                WordBuffers* buffers, Lattice* lattice) {
  SpacedReader reader(text, lexicon, buffers, lattice);
  for (size_t i = 0; i < text.words.size();) {
    if (!text.words[i].lone) {
      ++i;
      continue;
    }
    const size_t end = reader.EndOfRun(i);
    reader.ReadRun(i, end);
    i = end;
  }
}

}  // namespace saring
