// What hash tables with open addressing have in common here.

#ifndef SARING_NORMALIZER_SLOTS_H_
#define SARING_NORMALIZER_SLOTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace saring {

// The slots of a table that will not grow: two in three are taken, so that a
// word that is there takes two probes, most of them in one line of the cache.
inline size_t SlotsFor(size_t entries) { return entries + entries / 2 + 1; }

// Where the search for `hash` begins in a table of so many slots; it goes on
// with the next slot, and from the last one with the first.
// REQUIRES: 0 < slots < 2^32
inline size_t FirstSlot(uint64_t hash, size_t slots) {
  return (hash >> 32) * slots >> 32;
}

inline size_t NextSlot(size_t slot, size_t slots) {
  return slot + 1 == slots ? 0 : slot + 1;
}

// The slot, from that of `hash` on, at which `stop` returns true.
// REQUIRES: there is one
template <typename Slot, typename Stop>
size_t FindSlot(std::span<const Slot> slots, uint64_t hash, Stop stop) {
  size_t at = FirstSlot(hash, slots.size());
  while (!stop(slots[at])) at = NextSlot(at, slots.size());
  return at;
}

// Whether every search in the table ends, and soon: of each kSlotBlock slots
// one is free. Of tables filled to two thirds by hashes, the longest row of
// taken slots that is to be expected in four billion is a third of that.
inline constexpr size_t kSlotBlock = 1024;

template <typename Slot, typename IsFree>
bool HasFreeSlots(std::span<const Slot> slots, IsFree is_free) {
  if (slots.empty() || slots.size() > UINT32_MAX) return false;
  bool any = false;
  for (size_t begin = 0; begin < slots.size(); begin += kSlotBlock) {
    const size_t size = std::min(kSlotBlock, slots.size() - begin);
    uint32_t free = 0;
    for (const Slot& slot : slots.subspan(begin, size)) free += is_free(slot);
    if (free == 0 && size == kSlotBlock) return false;
    any |= free != 0;
  }
  return any;
}

}  // namespace saring

#endif  // SARING_NORMALIZER_SLOTS_H_
