#include "normalizer/lone_run.h"

#include <string_view>

#include "normalizer/digit_reading.h"
#include "normalizer/joined_cut.h"

namespace saring {

void LoneRun::Pass(char c) {
  if (size_ == 0) Begin();
  is_plain_ &= size_ == 0 || c != last_;  // else they are drawn out
  last_ = c;
  if (size_ < first_.size()) first_[size_] = c;
  if (++size_ < Fewest()) return;  // as nearly always
  if (has_signs_ || !is_plain_) {
    may_be_read_ = true;
  } else if (size_ > first_.size()) {
    Follow(c);
  } else {
    for (const char early : first_) Follow(early);
  }
  may_be_read_ |= has_three_ && size_ >= kShortestJoined;
}

void LoneRun::Pass(const WrittenCount& written) {
  if (size_ == 0) Begin();
  has_signs_ = true;  // for all that is known
  may_be_read_ |=
      written.lone_head > 0 && size_ + written.lone_head >= Fewest();
  size_ = written.lone_tail + (written.lone_tail == written.words ? size_ : 0);
}

void LoneRun::Begin() {
  has_signs_ = has_three_ = false;
  is_plain_ = true;
  open_size_ = 0;
}

// Where no sign stands for one, each word has one letter.
uint32_t LoneRun::Fewest() const {
  return has_signs_ ? kFewestSpaced : kShortestSpaced;
}

// The letters that were open, and what may begin here.
void LoneRun::Follow(char c) {
  next_size_ = 0;
  for (size_t i = 0; i <= open_size_; ++i) {
    const Open open =
        i < open_size_ ? open_[at_][i] : Open{WordIndex::kEmpty, 0};
    GoOn(open, c);
    for (const char letter : LettersOfDigit(c)) GoOn(open, letter);
    if (c == 'i') GoOn(open, 'l');  // maybe a capital
  }
  at_ = 1 - at_;
  open_size_ = next_size_;
}

void LoneRun::GoOn(Open open, char letter) {
  open.hash = WordIndex::Extend(open.hash, letter);
  if (!index_.MayBegin(open.hash)) return;
  ++open.size;
  has_three_ |= open.size >= kShortestTerm;
  if (open.size >= kShortestSpaced || next_size_ == kMostOpen) {
    may_be_read_ = true;
  } else {
    open_[1 - at_][next_size_++] = open;
  }
}

}  // namespace saring
