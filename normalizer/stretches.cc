#include "normalizer/stretches.h"

#include <algorithm>

namespace saring {

// In the row's own slot, a free one, or each in turn.
void Stretches::PutFate(Row row, Fate fate) {
  const uint32_t tag = TagOf(row, fate);
  auto& tags = sets_[SetOf(row)].tags;
  auto slot = std::find_if(tags.begin(), tags.end(), [&](uint32_t one) {
    return (one & ~kFateBits) == (tag & ~kFateBits);
  });
  if (slot == tags.end()) slot = std::find(tags.begin(), tags.end(), 0u);
  if (slot == tags.end()) slot = tags.begin() + next_++ % kSlots;
  *slot = tag;
}

}  // namespace saring
