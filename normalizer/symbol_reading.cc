#include "normalizer/symbol_reading.h"

#include <algorithm>

#include "normalizer/affix_reading.h"
#include "normalizer/digit_reading.h"
#include "normalizer/doubling_reading.h"
#include "normalizer/stretched_reading.h"

namespace saring {
namespace {

// Of signs before a word, as many may belong to it.
constexpr uint32_t kMostSignsBefore = 2;

bool IsSign(const FoldedChar& c) {
  if (c.IsWordChar()) return false;
  return c.Is(Kind::kSymbol) || IsMask(c.code) ||
         !LettersOfSign(c.code).empty();
}

bool HasLetter(Run run) {
  return std::any_of(run.begin(), run.end(),
                     [](const FoldedChar& c) { return c.Is(Kind::kLetter); });
}

class SymbolReader {
 public:
  SymbolReader(const WrittenText& text, const Lexicon& lexicon,
               WordBuffers* buffers, Lattice* lattice)
      : text_(text),
        lexicon_(lexicon),
        b_(*buffers),
        walk_(buffers->walk),
        lattice_(*lattice) {}

  void ReadFrom(size_t word) {
    const WrittenWord& w = text_.words[word];
    if (w.end < text_.chars.size() && IsSign(text_.chars[w.end])) {
      Read(word, w.begin);
    }
    uint32_t begin = w.begin;
    while (begin > 0 && w.begin - begin < kMostSignsBefore &&
           IsSign(text_.chars[begin - 1])) {
      --begin;
      if (Opens(begin)) break;
      // A sign right after a word is read with that word.
      if (begin > 0 && text_.chars[begin - 1].IsWordChar()) break;
      Read(word, begin);
    }
  }

 private:
  // Whether a parenthesis that is closed stands at `at`.
  bool Opens(uint32_t at) const {
    if (text_.chars[at].code != '(') return false;
    const std::span<const FoldedChar> rest = text_.chars.subspan(at);
    const auto end = rest.begin() +
                     static_cast<long>(std::min(rest.size(), kLongestReading));
    return std::find_if(rest.begin(), end, [](const FoldedChar& c) {
             return c.code == ')';
           }) != end;
  }

  // The words and signs at the beginning of `run` that stand together.
  static Run FirstStretch(Run run) {
    const auto end = std::find_if(run.begin(), run.end(), [](const auto& c) {
      return !c.IsWordChar() && !IsSign(c);
    });
    return run.first(static_cast<size_t>(end - run.begin()));
  }

  void Read(size_t word, uint32_t begin) {
    const auto size = static_cast<uint32_t>(text_.chars.size());
    const auto most = static_cast<uint32_t>(kLongestReading);
    const Run run = text_.run(begin, std::min(size, begin + most));
    StepSet steps =
        Just(Step::kLookAlike) | Just(Step::kDigits) | Just(Step::kMasked);
    if (IsStretched(FirstStretch(run))) steps |= Just(Step::kStretched);
    WalkLetters(run, {.steps = steps, .ends_early = true}, lexicon_, &walk_);
    if (walk_.landings.empty()) return ReadSpelled(word, FirstStretch(run));
    if (!lexicon_.IsBold(Step::kMasked) && IsAmbiguous()) return;
    for (const Landing& landing : walk_.landings) Add(landing, word, begin);
  }

  // A masked letter that may be several proves nothing.
  bool IsAmbiguous() const {
    const Landing* first = nullptr;
    for (const Landing& landing : walk_.landings) {
      if ((landing.steps & Just(Step::kMasked)) == 0) continue;
      if (first == nullptr) first = &landing;
      const std::string_view other = walk_.text(landing);
      if (other != walk_.text(*first) &&
          !lexicon_.InSameLists(walk_.text(*first), other)) {
        return true;
      }
    }
    return false;
  }

  // Whether a longer reading takes the sign behind this one for a letter.
  bool IsCutShort(const Landing& landing, uint32_t begin) const {
    const uint32_t end = begin + landing.size;
    return end < text_.chars.size() && IsBoldSign(text_.chars[end].code) &&
           std::any_of(
               walk_.landings.begin(), walk_.landings.end(),
               [&](const Landing& other) { return other.size > landing.size; });
  }

  void Add(const Landing& landing, size_t word, uint32_t begin) {
    if (IsCutShort(landing, begin)) return;
    const WrittenWord& first = text_.words[word];
    const uint32_t end = begin + landing.size;
    const Run run = text_.run(begin, end);
    // Without a sign it is the word alone, which has been read.
    if (begin == first.begin && end <= first.end) return;
    if (!HasLetter(run)) return;
    size_t last = word;
    while (last + 1 < text_.words.size() && text_.words[last + 1].begin < end) {
      ++last;
    }
    AddWord(run, BoldestOf(landing.steps), first.from, text_.words[last].to,
            walk_.text(landing), &lattice_);
  }

  // Reads words and bold signs that stand together, as the letters that they
  // spell, with what hangs on a term's word (k@osnya), as said twice (k@os2),
  // or as words joined (b@jubek@s).
  void ReadSpelled(size_t first, Run run) {
    if (!Spell(run)) return;
    const std::string_view letters = b_.letters;
    size_t last = first;
    while (last + 1 < text_.words.size() &&
           text_.words[last + 1].begin < BeginOf(run) + run.size()) {
      ++last;
    }
    const auto add = [&](std::string_view term) {
      AddWord(run, Step::kDigits, text_.words[first].from, text_.words[last].to,
              term, &lattice_);
    };
    const std::string_view rest = WithoutAffix(letters, lexicon_);
    const std::string_view once = letters.substr(0, letters.size() - 1);
    if (!rest.empty()) {
      add(rest);
    } else if (letters.back() == '2' && once.size() >= kShortestDoubled &&
               lexicon_.IsTermWord(once)) {
      add(once);
    } else if (!lexicon_.IsPiece(letters) &&
               FindJoined(letters, lexicon_, &b_.joined) &&
               CutJoined(letters, CutAt::kTermsOnly, lexicon_, &b_.joined)) {
      for (const JoinedPiece& piece : b_.joined.pieces) {
        if (piece.is_term) AddPiece(run, piece, first, last);
      }
    }
  }

  // Replaces b_.letters. False if other characters are among them than ASCII's
  // and bold signs, or no such sign.
  bool Spell(Run run) {
    b_.letters.clear();
    bool bold = false;
    for (const FoldedChar& c : run) {
      const bool is_bold = IsBoldSign(c.code);
      if (c.code >= 0x80 || !(is_bold || c.IsWordChar())) return false;
      b_.letters.push_back(is_bold ? LettersOfSign(c.code).front()
                                   : static_cast<char>(c.code));
      bold |= is_bold;
    }
    return bold;
  }

  // Over all the words of which it has a part.
  void AddPiece(Run run, const JoinedPiece& piece, size_t first, size_t last) {
    const uint32_t begin = BeginOf(run) + piece.begin;
    const uint32_t end = BeginOf(run) + piece.end;
    while (first < last && text_.words[first].end <= begin) ++first;
    while (last > first && text_.words[last].begin >= end) --last;
    AddWord(text_.run(begin, end), Step::kJoined, text_.words[first].from,
            text_.words[last].to,
            std::string_view(b_.letters)
                .substr(piece.begin, piece.end - piece.begin),
            &lattice_);
  }

  uint32_t BeginOf(Run run) const {
    return static_cast<uint32_t>(run.data() - text_.chars.data());
  }

  const WrittenText& text_;
  const Lexicon& lexicon_;
  WordBuffers& b_;
  WalkBuffers& walk_;
  Lattice& lattice_;
};

}  // namespace

void ReadSymbols(const WrittenText& text, const Lexicon& lexicon,
                 WordBuffers* buffers, Lattice* lattice) {
  SymbolReader reader(text, lexicon, buffers, lattice);
  for (size_t i = 0; i < text.words.size(); ++i) reader.ReadFrom(i);
}

}  // namespace saring
