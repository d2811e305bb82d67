#include "plugin/engine/word_table.h"

#include <algorithm>
#include <utility>

namespace saring {

size_t WordTable::Builder::PlaceOf(std::string_view word, uint64_t hash) const {
  const size_t last = places_.size() - 1;
  size_t at = hash & last;
  while (places_[at] != kUnknown && (hashes_[places_[at] - 1] != hash ||
                                     texts_[places_[at] - 1] != word)) {
    at = (at + 1) & last;
  }
  return at;
}

WordTable::WordId WordTable::Builder::Intern(std::string_view word) {
  if (2 * (size() + 1) > places_.size()) Grow();
  const uint64_t hash = HashWord(word);
  WordId& place = places_[PlaceOf(word, hash)];
  if (place == kUnknown) {
    texts_.Add(word);
    hashes_.push_back(hash);
    place = static_cast<WordId>(size());
  }
  return place;
}

WordTable::WordId WordTable::Builder::Find(std::string_view word) const {
  return places_.empty() ? kUnknown : places_[PlaceOf(word, HashWord(word))];
}

void WordTable::Builder::Grow() {
  places_.assign(std::max<size_t>(1024, 2 * places_.size()), kUnknown);
  const size_t last = places_.size() - 1;
  for (WordId word = 1; word <= hashes_.size(); ++word) {
    size_t at = hashes_[word - 1] & last;
    while (places_[at] != kUnknown) at = (at + 1) & last;
    places_[at] = word;
  }
}

WordTable::WordTable(Builder&& builder) {
  std::vector<Slot> slots(SlotsFor(builder.size()));
  BitFilter::Builder filter(builder.size(), 16);
  for (WordId word = 1; word <= builder.size(); ++word) {
    const uint64_t hash = builder.hashes_[word - 1];
    const size_t at =
        FindSlot(std::span<const Slot>(slots), hash,
                 [](const Slot& slot) { return slot.word == kUnknown; });
    slots[at] = {static_cast<uint32_t>(hash), word};
    filter.Add(hash);
  }
  filter_ = BitFilter(std::move(filter));
  slots_ = FlatArray(std::move(slots));
  texts_ = TextTable(std::move(builder.texts_));
}

bool WordTable::Restore() {
  if (!filter_.Restore() || !texts_.Restore()) return false;
  bool good = true;
  const size_t words = texts_.size();
  for (const Slot& slot : slots_.span()) good &= slot.word <= words;
  return good && HasFreeSlots(slots_.span(), [](const Slot& slot) {
           return slot.word == kUnknown;
         });
}

}  // namespace saring
