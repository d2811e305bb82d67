// Follows words of one character in a row, to see whether more may be read in
// them than is written.

#ifndef SARING_NORMALIZER_LONE_RUN_H_
#define SARING_NORMALIZER_LONE_RUN_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "normalizer/spaced_reading.h"
#include "normalizer/unit_cache.h"
#include "normalizer/word_index.h"

namespace saring {

// Of one text, whose words are passed in order. It says too often that
// spaced_reading.h may read some run, and never too seldom.
class LoneRun {
 public:
  explicit LoneRun(const WordIndex& index) : index_(index) {}

  // Passes a longer word.
  void End() { size_ = 0; }

  // Passes a small letter or digit, as folded.
  void Pass(char c);

  // Passes the words of a unit of any kind.
  void Pass(const WrittenCount& written);

  // Passes signs between words, which may stand for letters.
  void PassSigns() { has_signs_ = true; }

  bool may_be_read() const { return may_be_read_; }

 private:
  // Letters that some word may begin with, up to here.
  struct Open {
    WordIndex::Hash hash;
    uint32_t size;
  };
  static constexpr size_t kMostOpen = 16;

  void Begin();
  uint32_t Fewest() const;
  void Follow(char c);
  void GoOn(Open open, char letter);

  const WordIndex& index_;
  bool may_be_read_ = false;

  uint32_t size_ = 0;  // of the run, in words
  bool has_signs_ = false;
  bool is_plain_ = true;    // each is a letter or digit that was followed
  bool has_three_ = false;  // letters that some word may begin with
  char last_ = '\0';
  std::array<char, kShortestSpaced> first_;  // followed together
  std::array<std::array<Open, kMostOpen>, 2> open_;
  size_t at_ = 0;  // which of them is open; the other is what comes next
  size_t open_size_ = 0, next_size_ = 0;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_LONE_RUN_H_
