#include "plugin/engine/hashed_words.h"

#include <algorithm>
#include <utility>

namespace saring {

bool HashedWords::Builder::Add(std::string_view word) {
  if (2 * (size_ + 1) > hashes_.size()) Grow();
  const uint64_t hash = std::max<uint64_t>(HashWord(word), kFree + 1);
  uint64_t& place = hashes_[PlaceOf(hash)];
  if (place != kFree) return false;
  place = hash;
  ++size_;
  return true;
}

size_t HashedWords::Builder::PlaceOf(uint64_t hash) const {
  const size_t last = hashes_.size() - 1;
  size_t at = hash & last;
  while (hashes_[at] != kFree && hashes_[at] != hash) at = (at + 1) & last;
  return at;
}

void HashedWords::Builder::Grow() {
  const std::vector<uint64_t> old = std::move(hashes_);
  hashes_.assign(std::max<size_t>(1024, 4 * old.size()), kFree);
  for (const uint64_t hash : old) {
    if (hash != kFree) hashes_[PlaceOf(hash)] = hash;
  }
}

HashedWords::HashedWords(Builder&& builder) {
  std::vector<uint32_t> tags(SlotsFor(builder.size_));
  BitFilter::Builder filter(builder.size_, 12);
  for (const uint64_t hash : builder.hashes_) {
    if (hash == Builder::kFree) continue;
    const size_t at = FindSlot(std::span<const uint32_t>(tags), hash,
                               [](uint32_t tag) { return tag == kFree; });
    tags[at] = TagOf(hash);
    filter.Add(hash);
  }
  filter_ = BitFilter(std::move(filter));
  tags_ = FlatArray(std::move(tags));
}

bool HashedWords::Restore() {
  return filter_.Restore() &&
         HasFreeSlots(tags_.span(), [](uint32_t tag) { return tag == kFree; });
}

}  // namespace saring
