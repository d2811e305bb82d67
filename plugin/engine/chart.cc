#include "plugin/engine/chart.h"

namespace saring {

void Chart::Seen::Clear() {
  size_ = 0;
  if (++stamp_ == 0) {  // wrapped: old stamps would come back to life
    slots_.assign(slots_.size(), Slot());
    stamp_ = 1;
  }
}

Chart::Seen::Slot* Chart::Seen::Place(uint32_t at, uint32_t start,
                                      PatternTrie::Node node) {
  uint64_t hash = (uint64_t{at} << 32 | start) * 0x9e3779b97f4a7c15u;
  hash = (hash ^ hash >> 29 ^ node) * 0xbf58476d1ce4e5b9u;
  const size_t mask = slots_.size() - 1;
  size_t i = (hash >> 32) & mask;
  while (slots_[i].stamp == stamp_ &&
         (slots_[i].at != at || slots_[i].start != start ||
          slots_[i].node != node)) {
    i = (i + 1) & mask;
  }
  return &slots_[i];
}

bool Chart::Seen::Insert(uint32_t at, uint32_t start, PatternTrie::Node node) {
  if (2 * (size_ + 1) > slots_.size()) Grow();
  Slot* const slot = Place(at, start, node);
  if (slot->stamp == stamp_) return false;
  *slot = {stamp_, at, start, node};
  ++size_;
  return true;
}

void Chart::Seen::Grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.stamp == stamp_) *Place(slot.at, slot.start, slot.node) = slot;
  }
}

void Chart::Reset(uint32_t nodes, bool one_path, Follow follow) {
  state_count_ = 0;
  first_.assign(nodes, kNoState);
  seen_.Clear();
  one_path_ = one_path;
  follow_ = follow;
  told_ = false;
}

}  // namespace saring
