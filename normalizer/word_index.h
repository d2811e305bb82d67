// What can be told about the words of all terms without naming one.

#ifndef SARING_NORMALIZER_WORD_INDEX_H_
#define SARING_NORMALIZER_WORD_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "normalizer/slip_index.h"

namespace saring {

// Answers "may some term's word begin so?" and "may this be one?" letter by
// letter, so that a search for disguised words gives up early. A yes may be
// wrong, about once in eight times; a no never is. Holds words of ASCII only:
// no reading gives others.
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

  // `words` must outlive the index.
  void Build(const std::vector<std::string_view>& words);

  bool MayBegin(Hash hash) const { return Has(prefixes_, hash); }
  bool MayBeWord(Hash hash) const { return Has(words_, hash); }
  const SlipIndex& slips() const { return slips_; }

 private:
  // A set of hashes as bits, each of which several may share.
  struct Filter {
    std::vector<uint64_t> bits;
    int shift = 0;
  };
  static Filter MakeFilter(size_t hashes);
  static void Add(Hash hash, Filter* filter);
  static bool Has(const Filter& filter, Hash hash) {
    const uint64_t bit = hash >> filter.shift;
    return (filter.bits[bit >> 6] >> (bit & 63)) & 1;
  }

  Filter prefixes_, words_;
  SlipIndex slips_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_WORD_INDEX_H_
