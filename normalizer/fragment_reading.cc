#include "normalizer/fragment_reading.h"

#include <algorithm>

#include "normalizer/boundary_reading.h"
#include "normalizer/digit_reading.h"
#include "normalizer/lookalikes.h"
#include "normalizer/word_reading.h"

namespace saring {
namespace {

constexpr size_t kMostPieces = 12;
// Shorter ones only in two halves, not both of them words (ac uk): ba ju, but
// we'll is no word cut in two.
constexpr size_t kShortestOfAll = 5;
constexpr size_t kWholeBesideLone = 3;
constexpr std::ptrdiff_t kFewestLetters = 3;
// What is left of a word that another one is stuck to: one letter belongs to
// the other (BEKASi).
constexpr uint32_t kShortestRest = 2;
// Twelve pieces with what may stand between them.
constexpr size_t kLongestStretch = kLongestReading + kMostPieces * kLongestGap;

class FragmentReader {
 public:
  FragmentReader(const WrittenText& text, const Lexicon& lexicon,
                 WalkBuffers* walk, std::string* piece, Lattice* lattice)
      : text_(text),
        lexicon_(lexicon),
        index_(lexicon.index()),
        walk_(*walk),
        piece_(*piece),
        lattice_(*lattice) {}

  void ReadFrom(size_t first) {
    const WrittenWord& word = text_.words[first];
    Read(first, word.begin);
    for (uint32_t i = word.begin + kShortestRest; i < word.end; ++i) {
      if (MayPart(text_.chars[i - 1], text_.chars[i])) Read(first, i);
    }
  }

  // Whether all walks from places of word `first` that are open at the end of
  // the text were added.
  bool AddOpenEnds(size_t first, std::vector<OpenLetters>* ends) {
    const WrittenWord& word = text_.words[first];
    // As the first word, figures are nothing else.
    if (first + 1 == text_.words.size() && IsNumber(word)) {
      AddNumber(word, ends);
    } else if (!WalkFrom(word.begin, ends)) {
      return false;
    }
    for (uint32_t i = word.begin + kShortestRest; i < word.end; ++i) {
      if (MayPart(text_.chars[i - 1], text_.chars[i]) && !WalkFrom(i, ends)) {
        return false;
      }
    }
    return true;
  }

 private:
  // Whether to walk from `begin` on: the letters, as far as they can only be
  // themselves, make up a term's word, or may yet.
  bool MayLead(uint32_t begin) const {
    WordIndex::Hash hash = WordIndex::kEmpty;
    size_t letters = 0;
    bool apart = false;
    for (uint32_t i = begin; i < text_.chars.size(); ++i) {
      const FoldedChar& c = text_.chars[i];
      if (c.code < 'a' || c.code > 'z') {
        if (c.code >= 0x80) return i > begin || !ShowsNoLetter(c);
        const bool may_be_letter = MayGoOnWith(LettersOf(c), hash);
        if (c.IsWordChar()) {
          const char figure = static_cast<char>(c.code);
          return may_be_letter || MayGoOnWith({&figure, 1}, hash);
        }
        if (may_be_letter) return true;
        apart = true;
      } else {
        if (MayBeSmallL(c)) return true;
        hash = WordIndex::Extend(hash, static_cast<char>(c.code));
        if (!index_.MayBegin(hash)) return false;
        if (++letters < kShortestFragmented || !index_.MayBeWord(hash))
          continue;
        const bool ends_word =
            i + 1 == text_.chars.size() || !text_.chars[i + 1].IsWordChar();
        if (!ends_word && !MayPart(c, text_.chars[i + 1])) continue;
        // A word by itself is no fragment.
        if (apart || !ends_word || IsInside(begin)) return true;
      }
    }
    return true;
  }

  // What a figure or a bold sign may stand for.
  static std::string_view LettersOf(const FoldedChar& c) {
    if (c.IsWordChar()) return LettersOfDigit(static_cast<char>(c.code));
    return IsBoldSign(c.code) ? LettersOfSign(c.code) : std::string_view();
  }

  bool MayGoOnWith(std::string_view letters, WordIndex::Hash hash) const {
    return std::any_of(letters.begin(), letters.end(), [&](char letter) {
      return index_.MayBegin(WordIndex::Extend(hash, letter));
    });
  }

  static bool ShowsNoLetter(const FoldedChar& c) {
    return c.code >= 0x80 && c.IsWordChar() && !c.Is(Kind::kMark) &&
           LookAlikesOf(c.code).empty();
  }

  // Whether a word goes on before `at`.
  bool IsInside(uint32_t at) const {
    return at > 0 && text_.chars[at - 1].IsWordChar();
  }

  bool WalkFrom(uint32_t begin, std::vector<OpenLetters>* ends) {
    const size_t end = std::min(text_.chars.size(), begin + kLongestStretch);
    constexpr StepSet kSteps = Just(Step::kLookAlike) | Just(Step::kDigits);
    return WalkLetters(text_.run(begin, static_cast<uint32_t>(end)),
                       {.steps = kSteps,
                        .across_gaps = true,
                        .ends_early = true,
                        .parts = true,
                        .open_ends = ends},
                       lexicon_, &walk_);
  }

  bool IsNumber(const WrittenWord& word) const {
    const Run run = text_.run(word.begin, word.end);
    return std::all_of(run.begin(), run.end(), [](const FoldedChar& c) {
      return c.Is(Kind::kDigit) && c.code < 0x80;
    });
  }

  void AddNumber(const WrittenWord& word, std::vector<OpenLetters>* ends) {
    saring::LettersOf(text_.run(word.begin, word.end), &piece_);
    const auto size = static_cast<uint32_t>(piece_.size());
    if (const auto end = index_.Beginning(piece_))
      ends->push_back({*end, size});
  }

  static bool MayBeSmallL(const FoldedChar& c) {
    return c.code == 'i' && c.Is(Case::kCapital);
  }

  void Read(size_t first, uint32_t begin) {
    if (!MayLead(begin)) return;
    WalkFrom(begin, nullptr);
    for (const Landing& landing : walk_.landings) Add(landing, first, begin);
  }

  void Add(const Landing& landing, size_t first, uint32_t begin) {
    const uint32_t end = begin + landing.size;
    size_t last = first;
    while (last + 1 < text_.words.size() && text_.words[last + 1].begin < end) {
      ++last;
    }
    const WrittenWord& last_word = text_.words[last];
    const bool whole =
        begin == text_.words[first].begin && end == last_word.end;
    const Run run = text_.run(begin, end);
    // A word on its own has been read, and may have been cut; one that the
    // lexicon knows is left alone (BlackBerry), and where it does not know the
    // language, any in plain letters (jean's).
    const bool done =
        first == last &&
        (whole || last_word.to > last_word.from + 1 || IsKnown(last_word) ||
         !(lexicon_.KnowsLanguage() || HasStyled(run)));
    if (landing.text_size < kShortestFragmented || done ||
        (end != last_word.end && last_word.end - end < kShortestRest) ||
        IsFirstCapital(last_word, end)) {
      return;
    }
    if (landing.text_size < kShortestOfAll &&
        !(whole && AreHalves(first, last) &&
          !(IsKnown(text_.words[first]) && IsKnown(last_word)))) {
      return;
    }
    // What is cut out of words that nobody knows may be a part of any.
    if (!whole && !lexicon_.KnowsLanguage() &&
        !lexicon_.IsNeeded(walk_.text(landing))) {
      return;
    }
    if (last - first + 1 > kMostPieces || CountLetters(run) < kFewestLetters ||
        CutsRun(first, last) ||
        ((landing.steps & Just(Step::kDigits)) != 0 &&
         HasNumberAtEnd(first, last, walk_.text(landing))) ||
        (whole && AreWholeWords(first, last))) {
      return;
    }
    AddWord(run, BoldestOf(landing.steps | Just(Step::kFragments)),
            text_.words[first].from, last_word.to, walk_.text(landing),
            &lattice_);
  }

  bool IsKnown(const WrittenWord& word) {
    return word.end - word.begin <= kLongestReading &&
           saring::LettersOf(text_.run(word.begin, word.end), &piece_) &&
           (lexicon_.IsPiece(piece_) || lexicon_.IsTermWord(piece_));
  }

  bool AreHalves(size_t first, size_t last) const {
    const WrittenWord& a = text_.words[first];
    const WrittenWord& b = text_.words[last];
    if (last != first + 1 || b.begin != a.end + 1) return false;
    const Run run = text_.run(a.begin, b.end);
    constexpr size_t kHalf = kShortestFragmented / 2;
    return a.end - a.begin == kHalf && run.size() == 2 * kHalf + 1 &&
           CountLetters(run) == 2 * kHalf && !IsApostrophe(run[kHalf].code);
  }

  static bool IsApostrophe(char32_t c) { return c == '\'' || c == U'\u2019'; }

  static std::ptrdiff_t CountLetters(Run run) {
    return std::count_if(run.begin(), run.end(), [](const FoldedChar& c) {
      return c.Is(Kind::kLetter);
    });
  }

  // Whether the first letter of `word`, a capital before small ones, would go
  // with what stands before it: Drum Set is no drums.
  bool IsFirstCapital(const WrittenWord& word, uint32_t end) const {
    return end == word.begin + 1 && end < word.end &&
           text_.chars[word.begin].Is(Case::kCapital) &&
           !text_.chars[word.begin].styled && !text_.chars[end].styled;
  }

  static bool HasStyled(Run run) {
    return std::any_of(run.begin(), run.end(),
                       [](const FoldedChar& c) { return c.styled; });
  }

  // Whether the words take only a part of a run of lone letters, or nothing but
  // one.
  bool CutsRun(size_t first, size_t last) const {
    const std::span<const WrittenWord> words = text_.words;
    if (words[first].lone && first > 0 && words[first - 1].lone) return true;
    if (words[last].lone && last + 1 < words.size() && words[last + 1].lone) {
      return true;
    }
    return std::all_of(words.begin() + static_cast<long>(first),
                       words.begin() + static_cast<long>(last) + 1,
                       [](const WrittenWord& word) { return word.lone; });
  }

  // With one lone letter as well it is a size or the like (Short S).
  bool AreWholeWords(size_t first, size_t last) {
    size_t lone = 0;
    for (size_t i = first; i <= last; ++i) lone += IsLoneLetter(text_.words[i]);
    for (size_t i = first; i <= last; ++i) {
      const WrittenWord& word = text_.words[i];
      if (lone == 1 && IsLoneLetter(word)) continue;
      if (word.end - word.begin <
              (lone == 1 ? kWholeBesideLone : kShortestWhole) ||
          !IsKnown(word)) {
        return false;
      }
    }
    return true;
  }

  bool IsLoneLetter(const WrittenWord& word) const {
    return word.lone && text_.chars[word.begin].Is(Kind::kLetter);
  }

  // Whether `word`, figures only, was read as letters although it stands at an
  // end of the text that was read: 5 Port.
  bool IsNumberReadAs(const WrittenWord& word, std::string_view letters) {
    const Run run = text_.run(word.begin, word.end);
    if (!std::all_of(run.begin(), run.end(),
                     [](const FoldedChar& c) { return c.Is(Kind::kDigit); })) {
      return false;
    }
    return saring::LettersOf(run, &piece_) && piece_ != letters;
  }

  bool HasNumberAtEnd(size_t first, size_t last, std::string_view letters) {
    const WrittenWord& a = text_.words[first];
    const WrittenWord& z = text_.words[last];
    const size_t size = z.end - z.begin;
    return IsNumberReadAs(a, letters.substr(0, a.end - a.begin)) ||
           IsNumberReadAs(z, letters.substr(letters.size() -
                                            std::min(size, letters.size())));
  }

  const WrittenText& text_;
  const Lexicon& lexicon_;
  const WordIndex& index_;
  WalkBuffers& walk_;
  std::string& piece_;
  Lattice& lattice_;
};

}  // namespace

bool FindOpenEnds(const WrittenText& text, const Lexicon& lexicon,
                  WalkBuffers* walk, std::string* piece,
                  std::vector<OpenLetters>* ends) {
  Lattice none;
  FragmentReader reader(text, lexicon, walk, piece, &none);
  for (size_t i = 0; i < text.words.size(); ++i) {
    if (!reader.AddOpenEnds(i, ends)) return false;
  }
  std::sort(ends->begin(), ends->end());
  ends->erase(std::unique(ends->begin(), ends->end()), ends->end());
  return true;
}

void ReadFragments(const WrittenText& text, const Lexicon& lexicon,
                   WalkBuffers* walk, std::string* piece, Lattice* lattice) {
  FragmentReader reader(text, lexicon, walk, piece, lattice);
  for (size_t i = 0; i < text.words.size(); ++i) reader.ReadFrom(i);
}

void ReadFragmentsFrom(std::span<const uint32_t> starts,
                       const WrittenText& text, const Lexicon& lexicon,
                       WalkBuffers* walk, std::string* piece,
                       Lattice* lattice) {
  FragmentReader reader(text, lexicon, walk, piece, lattice);
  for (const uint32_t start : starts) reader.ReadFrom(start);
}

}  // namespace saring
