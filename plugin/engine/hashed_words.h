// Very many words, of which nothing is asked but whether they are there.

#ifndef SARING_PLUGIN_ENGINE_HASHED_WORDS_H_
#define SARING_PLUGIN_ENGINE_HASHED_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace saring {

// Keeps 64 bits of each word: of half a million words and a million questions
// one in forty million sets gives a wrong yes. A no is never wrong.
class HashedWords {
 public:
  // Returns whether the word is new.
  bool Add(std::string_view word);

  bool Contains(std::string_view word) const {
    return !slots_.empty() && slots_[SlotOf(HashOf(word))] != kFree;
  }

  bool empty() const { return size_ == 0; }

 private:
  static constexpr uint64_t kFree = 0;

  static uint64_t HashOf(std::string_view word);

  // The slot of `hash`, or the free one where it would go.
  size_t SlotOf(uint64_t hash) const;
  void Grow();

  std::vector<uint64_t> slots_;  // a power of two, at most half of them taken
  size_t size_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_HASHED_WORDS_H_
