#include "normalizer/unit_cache.h"

#include <algorithm>

namespace saring {
namespace {

bool IsSilent(const Lattice& lattice) {
  return std::none_of(
      lattice.words.begin(), lattice.words.end(),
      [](const Word& word) { return word.number != 0 || word.figures; });
}

// The flags of a reading that is not kOneWord, beyond those that it has.
void SetFlags(const UnitEdges& edges, bool several, bool silent,
              UnitReading* reading) {
  reading->Set(UnitReading::kOneWritten,
               edges.written.words == 1 && edges.written.lone_head == 0 &&
                   !edges.alone && !reading->Is(UnitReading::kNeedsText));
  reading->Set(UnitReading::kBraid, several && !silent);
  reading->Set(UnitReading::kFollower, !silent || edges.written.words == 0);
}

}  // namespace

UnitReading UnitCache::Put(uint64_t key, UnitReading reading,
                           const UnitEdges& edges, const Lattice& lattice,
                           std::span<const OpenLetters> ends) {
  if (reading.Is(UnitReading::kOneWord)) return Put(key, reading);
  if (readings_.size() == kMostReadings || details_.size() == kMostDetails ||
      words_.size() + lattice.words.size() > kMostWords ||
      ends_.size() + ends.size() > kMostWords ||
      letters_.size() + lattice.letters.size() > kMostLetters) {
    Clear();
  }
  reading.number = static_cast<uint32_t>(details_.size());
  const bool several = lattice.words.size() > 1;
  const bool silent = IsSilent(lattice);
  SetFlags(edges, several, silent, &reading);
  details_.push_back({static_cast<uint32_t>(words_.size()),
                      static_cast<uint32_t>(lattice.words.size()),
                      static_cast<uint32_t>(letters_.size()),
                      static_cast<uint32_t>(lattice.letters.size()),
                      static_cast<uint32_t>(ends_.size()),
                      static_cast<uint32_t>(ends.size()),
                      lattice.node_count - 1, edges, !several, silent});
  words_.insert(words_.end(), lattice.words.begin(), lattice.words.end());
  letters_ += lattice.letters;
  ends_.insert(ends_.end(), ends.begin(), ends.end());
  Keep(key, reading);
  return reading;
}

UnitReading UnitCache::Put(uint64_t key, UnitReading reading) {
  if (readings_.size() == kMostReadings) Clear();
  reading.Set(UnitReading::kFollower,
              reading.number != 0 || reading.IsFigures());
  Keep(key, reading);
  return reading;
}

// REQUIRES: there is room
void UnitCache::Keep(uint64_t key, UnitReading reading) {
  const uint32_t place = PlaceOf(reading);
  Set& set = sets_[SetOf(key)];
  const size_t slot = SlotFor(set, TagOf(key));
  set.tags[slot] = TagOf(key);
  set.places[slot] = MoreTagOf(key) | place;
}

void UnitCache::Reserve() {
  if (!sets_.empty()) return;
  sets_.resize(size_t{1} << kLogSets);
  readings_.reserve(kMostReadings);
  details_.reserve(kMostDetails);
  words_.reserve(kMostWords);
  letters_.reserve(kMostLetters);
  ends_.reserve(kMostWords);
}

// Where `reading` is kept, now if it was not.
uint32_t UnitCache::PlaceOf(UnitReading reading) {
  const uint64_t both = uint64_t{reading.number} << 32 | reading.bits;
  uint32_t& recent = recent_[both * 0x9e3779b97f4a7c15u >> (64 - kLogRecent)];
  if (recent < readings_.size() && readings_[recent].number == reading.number &&
      readings_[recent].bits == reading.bits) {
    return recent;
  }
  recent = static_cast<uint32_t>(readings_.size());
  readings_.push_back(reading);
  return recent;
}

// A free one of the set, or each in turn.
size_t UnitCache::SlotFor(const Set& set, uint32_t tag) {
  const uint32_t slots = SlotsWith(set, tag) | SlotsWith(set, 0);
  if (slots != 0) return static_cast<size_t>(std::countr_zero(slots));
  return next_++ % kSlots;
}

// Keeps the memory: a cache that is full is filled again.
void UnitCache::Clear() {
  ++generation_;
  sets_.assign(sets_.size(), Set());
  readings_.clear();
  details_.clear();
  words_.clear();
  letters_.clear();
  ends_.clear();
}

}  // namespace saring
