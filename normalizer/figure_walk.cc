#include "normalizer/figure_walk.h"

#include "normalizer/digit_reading.h"

namespace saring {
namespace {

constexpr int kMostSteps = 128;
constexpr size_t kShortestRead = 3;
constexpr size_t kShortestBeforeClitic = 4;
// What is left before a part that is looked at.
constexpr size_t kShortestRest = 2;

bool IsDigit(char c) { return c <= '9'; }

class FigureWalk {
 public:
  FigureWalk(std::string_view word, const WordIndex& index,
             std::vector<OpenLetters>* ends)
      : word_(word), index_(index), ends_(*ends) {}

  bool Walk() {
    bool none = From(0, WordIndex::kEmpty, 0, true);
    for (size_t at = kShortestRest; none && at < word_.size(); ++at) {
      if (MayPart(at)) none = From(at, WordIndex::kEmpty, 0, false);
    }
    return none;
  }

 private:
  // False if a term's word may end on the way. `is_word` says that all of the
  // word so far was taken as written.
  bool From(size_t at, WordIndex::Hash hash, size_t letters, bool is_word) {
    if (++steps_ > kMostSteps) return false;
    if (at == word_.size()) {
      if (!is_word && MayBeWord(hash, letters)) return false;
      ends_.push_back({hash, static_cast<uint32_t>(letters)});
      return true;
    }
    if (MayEnd(at, letters) && MayBeWord(hash, letters)) return false;
    const char c = word_[at];
    if (!Try(at, c, hash, letters, is_word)) return false;
    for (const char letter : LettersOfDigit(c)) {
      if (!Try(at, letter, hash, letters, false)) return false;
    }
    return true;
  }

  bool Try(size_t at, char c, WordIndex::Hash hash, size_t letters,
           bool is_word) {
    hash = WordIndex::Extend(hash, c);
    return !index_.MayBegin(hash) || From(at + 1, hash, letters + 1, is_word);
  }

  bool MayBeWord(WordIndex::Hash hash, size_t letters) const {
    return letters >= kShortestRead && index_.MayBeWord(hash);
  }

  // Where a part of the word ends, or a clitic may begin.
  bool MayEnd(size_t at, size_t letters) const {
    return !IsDigit(word_[at]) &&
           (MayPart(at) || letters >= kShortestBeforeClitic);
  }

  bool MayPart(size_t at) const {
    return at > 0 && IsDigit(word_[at - 1]) && !IsDigit(word_[at]);
  }

  const std::string_view word_;
  const WordIndex& index_;
  std::vector<OpenLetters>& ends_;
  int steps_ = 0;
};

}  // namespace

bool WalkFigures(std::string_view word, const WordIndex& index,
                 std::vector<OpenLetters>* ends) {
  return FigureWalk(word, index, ends).Walk();
}

}  // namespace saring
