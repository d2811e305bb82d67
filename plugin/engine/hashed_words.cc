#include "plugin/engine/hashed_words.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace saring {

bool HashedWords::Add(std::string_view word) {
  if (2 * (size_ + 1) > slots_.size()) Grow();
  const uint64_t hash = HashOf(word);
  uint64_t& slot = slots_[SlotOf(hash)];
  if (slot != kFree) return false;
  slot = hash;
  ++size_;
  return true;
}

uint64_t HashedWords::HashOf(std::string_view word) {
  const uint64_t hash = std::hash<std::string_view>()(word);
  return hash == kFree ? 1 : hash;
}

size_t HashedWords::SlotOf(uint64_t hash) const {
  const size_t last = slots_.size() - 1;
  size_t slot = hash & last;
  while (slots_[slot] != kFree && slots_[slot] != hash)
    slot = (slot + 1) & last;
  return slot;
}

void HashedWords::Grow() {
  const std::vector<uint64_t> old = std::move(slots_);
  slots_.assign(std::max<size_t>(1024, 2 * old.size()), kFree);
  for (const uint64_t hash : old) {
    if (hash != kFree) slots_[SlotOf(hash)] = hash;
  }
}

}  // namespace saring
