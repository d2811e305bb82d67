// What can be told about the words of all terms without naming one.

#ifndef SARING_NORMALIZER_WORD_INDEX_H_
#define SARING_NORMALIZER_WORD_INDEX_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "normalizer/bit_filter.h"
#include "normalizer/slip_index.h"

namespace saring {

// Answers "may some term's word begin so?" and "may this be one?" letter by
// letter, so that a search for disguised words gives up early. A yes may be
// wrong, about once in a hundred times; a no never is. Holds words of ASCII
// only: no reading gives others.
//
// Built once, then constant; threads may share it.
class WordIndex {
 public:
  // A word so far, as its letters are added one by one.
  using Hash = uint64_t;
  static constexpr Hash kEmpty = 0xcbf29ce484222325u;
  static Hash Extend(Hash hash, char letter) {
    return (hash ^ static_cast<uint8_t>(letter)) * 0x9e3779b97f4a7c55u;
  }

  static Hash HashOf(std::string_view word) {
    Hash hash = kEmpty;
    for (const char letter : word) hash = Extend(hash, letter);
    return hash;
  }

  // Holds nothing. The same as Build({}).
  WordIndex() { Build({}); }

  void Build(const std::vector<std::string_view>& words);

  bool MayBegin(Hash hash) const { return prefixes_.Has(hash); }
  // The hash of `letters`, if some word may begin so.
  std::optional<Hash> Beginning(std::string_view letters) const {
    Hash hash = kEmpty;
    for (const char letter : letters) {
      hash = Extend(hash, letter);
      if (!MayBegin(hash)) return std::nullopt;
    }
    return hash;
  }
  bool MayBeWord(Hash hash) const { return words_.Has(hash); }
  const SlipIndex& slips() const { return slips_; }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    BitFilter::ForEachArray(self.prefixes_, visit);
    BitFilter::ForEachArray(self.words_, visit);
    SlipIndex::ForEachArray(self.slips_, visit);
  }
  bool Restore() {
    return prefixes_.Restore() && words_.Restore() && slips_.Restore();
  }

 private:
  BitFilter prefixes_, words_;
  SlipIndex slips_;
};

// Letters at the end of a text that some word may begin with.
struct OpenLetters {
  WordIndex::Hash hash;
  uint32_t size;  // of them

  auto operator<=>(const OpenLetters&) const = default;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_WORD_INDEX_H_
