// Phrases found by hash maps: of words to numbers, then of a phrase so far and
// its next word to a longer one.

#ifndef SARING_BENCH_SPEED_PHRASE_MAP_H_
#define SARING_BENCH_SPEED_PHRASE_MAP_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/speed/vocabulary.h"

namespace saring::speed {

class PhraseMap {
 public:
  using WordId = uint32_t;
  static constexpr WordId kUnknown = 0;  // a word that no term has

  // The words of a term have a space between two.
  explicit PhraseMap(const Strings& terms);

  WordId Find(std::string_view word) const;

  // How many times a term is in `words`.
  uint64_t Count(const std::vector<WordId>& words) const;
  // Which terms are, each once, in order.
  std::vector<int> Find(const std::vector<WordId>& words) const;
  // The words of text of SpacedFold().
  std::vector<WordId> Words(std::string_view spaced) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  struct Node {
    int term = -1;
    bool longer = false;  // some term goes on from here
  };

  template <typename Visit>
  void ForEach(const std::vector<WordId>& words, const Visit& visit) const;
  void Add(std::string_view term, int id);

  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> words_;
  std::unordered_map<uint64_t, uint32_t> next_;  // node and word to node
  std::vector<Node> nodes_ = {Node{-1, true}};   // the first is the empty one
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_PHRASE_MAP_H_
