#include "normalizer/unit_cache.h"

namespace saring {

const UnitReading* UnitCache::Put(uint64_t key, UnitReading reading,
                                  const Lattice& lattice,
                                  std::span<const WordIndex::Hash> ends) {
  if (slots_.empty()) {
    slots_.resize(kSlots);
    details_.reserve(kMostDetails);
    words_.reserve(kMostWords);
    letters_.reserve(kMostLetters);
    ends_.reserve(kMostWords);
  }
  if ((reading.flags & UnitReading::kOneWord) == 0) {
    if (details_.size() == kMostDetails ||
        words_.size() + lattice.words.size() > kMostWords ||
        ends_.size() + ends.size() > kMostWords ||
        letters_.size() + lattice.letters.size() > kMostLetters) {
      Clear();
    }
    reading.details = static_cast<uint32_t>(details_.size());
    details_.push_back({static_cast<uint32_t>(words_.size()),
                        static_cast<uint32_t>(lattice.words.size()),
                        static_cast<uint32_t>(letters_.size()),
                        static_cast<uint32_t>(lattice.letters.size()),
                        static_cast<uint32_t>(ends_.size()),
                        static_cast<uint32_t>(ends.size()),
                        lattice.node_count - 1});
    words_.insert(words_.end(), lattice.words.begin(), lattice.words.end());
    letters_ += lattice.letters;
    ends_.insert(ends_.end(), ends.begin(), ends.end());
  }
  Slot& slot = slots_[key >> kShift];
  slot = {key, reading};
  return &slot.reading;
}

// Keeps the memory: a cache that is full is filled again.
void UnitCache::Clear() {
  slots_.assign(slots_.size(), Slot());
  details_.clear();
  words_.clear();
  letters_.clear();
  ends_.clear();
}

}  // namespace saring
