// The two words that something may begin with.

#ifndef SARING_NORMALIZER_BEGINNINGS_H_
#define SARING_NORMALIZER_BEGINNINGS_H_

#include <cstdint>
#include <span>
#include <utility>

#include "normalizer/bit_filter.h"
#include "normalizer/lattice.h"

namespace saring {

// What a word is to a lexicon.
struct LexiconWord {
  LexiconWord(uint32_t word, bool is_figures)
      : number(word), figures(is_figures) {}
  explicit LexiconWord(const Word& word)
      : LexiconWord(word.number, word.figures) {}

  uint32_t number;  // of a word of some term; else 0
  bool figures;     // and nothing else
};

// A set of pairs of words, or of what stands for any number in place of one. A
// yes may be wrong, about once in a hundred times; a no never is. Constant.
class Beginnings {
 public:
  // In place of a word's number: any number, and what is neither.
  static constexpr uint32_t kAnyNumber = 0xffffffff, kOther = 0;
  using Pair = std::pair<uint32_t, uint32_t>;

  // Has none.
  Beginnings() = default;
  explicit Beginnings(std::span<const Pair> pairs) {
    BitFilter::Builder builder(pairs.size(), 12);
    for (const auto& [first, second] : pairs) {
      builder.Add(HashOf(first, second));
    }
    pairs_ = BitFilter(std::move(builder));
  }

  class View;
  // Looks up pairs of words with numbers only.
  View view() const;

  bool Has(LexiconWord first, LexiconWord second) const {
    if (second.number == 0 && !second.figures) return false;
    return (first.number != 0 && Has(first.number, second)) ||
           (first.figures && Has(kOther, second));
  }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    BitFilter::ForEachArray(self.pairs_, visit);
  }
  bool Restore() { return pairs_.Restore(); }

 private:
  // Good enough from the middle upwards, where filters take bits from.
  static uint64_t HashOf(uint32_t first, uint32_t second) {
    return (first * 0xa0761d6478bd642fu + second) * 0xe7037ed1a0b428dbu;
  }

  // What begins with a number begins with kOther.
  bool Has(uint32_t first, LexiconWord second) const {
    return (second.number != 0 && pairs_.Has(HashOf(first, second.number))) ||
           (second.figures && pairs_.Has(HashOf(first, kAnyNumber)));
  }

  BitFilter pairs_;
};

class Beginnings::View {
 public:
  bool Has(uint32_t first, uint32_t second) const {
    return pairs_.Has(HashOf(first, second));
  }

 private:
  friend class Beginnings;
  explicit View(const BitFilter& pairs) : pairs_(pairs.view()) {}

  BitFilter::View pairs_;
};

inline Beginnings::View Beginnings::view() const { return View(pairs_); }

}  // namespace saring

#endif  // SARING_NORMALIZER_BEGINNINGS_H_
