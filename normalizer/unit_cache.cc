#include "normalizer/unit_cache.h"

#include <algorithm>

namespace saring {
namespace {

bool IsSilent(const Lattice& lattice) {
  return std::none_of(
      lattice.words.begin(), lattice.words.end(),
      [](const Word& word) { return word.number != 0 || word.figures; });
}

}  // namespace

const UnitReading* UnitCache::Put(uint64_t key, UnitReading reading,
                                  const WrittenCount& written,
                                  const Lattice& lattice,
                                  std::span<const WordIndex::Hash> ends) {
  if (sets_.empty()) {
    sets_.resize(size_t{1} << kLogSets);
    details_.reserve(kMostDetails);
    words_.reserve(kMostWords);
    letters_.reserve(kMostLetters);
    ends_.reserve(kMostWords);
  }
  if (!reading.Is(UnitReading::kOneWord)) {
    if (details_.size() == kMostDetails ||
        words_.size() + lattice.words.size() > kMostWords ||
        ends_.size() + ends.size() > kMostWords ||
        letters_.size() + lattice.letters.size() > kMostLetters) {
      Clear();
    }
    reading.number = static_cast<uint32_t>(details_.size());
    details_.push_back({static_cast<uint32_t>(words_.size()),
                        static_cast<uint32_t>(lattice.words.size()),
                        static_cast<uint32_t>(letters_.size()),
                        static_cast<uint32_t>(lattice.letters.size()),
                        static_cast<uint32_t>(ends_.size()),
                        static_cast<uint32_t>(ends.size()),
                        lattice.node_count - 1, written,
                        lattice.words.size() <= 1, IsSilent(lattice)});
    words_.insert(words_.end(), lattice.words.begin(), lattice.words.end());
    letters_ += lattice.letters;
    ends_.insert(ends_.end(), ends.begin(), ends.end());
  }
  Set& set = sets_[key >> kShift];
  const size_t slot = SlotFor(set, key);
  set.keys[slot] = key;
  set.readings[slot] = reading;
  return &set.readings[slot];
}

// A free one of the set, or each in turn.
size_t UnitCache::SlotFor(const Set& set, uint64_t key) {
  for (size_t slot = 0; slot < set.keys.size(); ++slot) {
    if (set.keys[slot] == 0 || set.keys[slot] == key) return slot;
  }
  return next_++ % set.keys.size();
}

// Keeps the memory: a cache that is full is filled again.
void UnitCache::Clear() {
  ++generation_;
  sets_.assign(sets_.size(), Set());
  details_.clear();
  words_.clear();
  letters_.clear();
  ends_.clear();
}

}  // namespace saring
