// Decisions that wait to be written.

#ifndef SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_
#define SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdint>
#include <memory>

#include "plugin/monitor/counter.h"
#include "plugin/monitor/record.h"

namespace saring {

// Bounded. Any number of threads put, none of which ever waits for another; one
// thread takes. Memory of records is first touched when it is first used.
class RecordQueue {
 public:
  // Holds `capacity` records, or up to twice as many: where there was one place
  // only, a record in it would pass for room for the next.
  explicit RecordQueue(size_t capacity)
      : mask_(std::bit_ceil(std::max<size_t>(capacity, 2)) - 1),
        places_(std::make_unique<Place[]>(mask_ + 1)),
        records_(std::make_unique_for_overwrite<Record[]>(mask_ + 1)) {
    for (uint64_t i = 0; i <= mask_; ++i) {
      places_[i].turn.store(i, std::memory_order_relaxed);
    }
  }

  // Where the next record goes, to be filled at once, and by texts that are
  // kept with it; nullptr when it is full.
  Record* Begin(const std::shared_ptr<const PolicyTexts>& texts) noexcept {
    uint64_t place = end_.load(std::memory_order_relaxed);
    for (;;) {
      const uint64_t turn =
          places_[place & mask_].turn.load(std::memory_order_acquire);
      if (turn < place) return nullptr;
      if (turn > place) {
        place = end_.load(std::memory_order_relaxed);
      } else if (end_.compare_exchange_weak(place, place + 1,
                                            std::memory_order_relaxed)) {
        auto& kept = places_[place & mask_].texts;
        if (kept != texts) kept = texts;
        return &records_[place & mask_];
      }
    }
  }

  // Puts what Begin() gave, once it is filled.
  void Put(const Record* record) noexcept {
    std::atomic<uint64_t>& turn = places_[record - records_.get()].turn;
    turn.store(turn.load(std::memory_order_relaxed) + 1,
               std::memory_order_release);
    FetchNext();
  }

  // The oldest record, until Pop(); nullptr when there is none, or when it is
  // still being put.
  const Record* Front() const {
    const uint64_t place = begin_.load(std::memory_order_relaxed);
    const uint64_t turn =
        places_[place & mask_].turn.load(std::memory_order_acquire);
    return turn == place + 1 ? &records_[place & mask_] : nullptr;
  }
  void Pop() {
    const uint64_t begin = begin_.load(std::memory_order_relaxed);
    places_[begin & mask_].turn.store(begin + mask_ + 1,
                                      std::memory_order_release);
    begin_.store(begin + 1, std::memory_order_relaxed);
  }

  // How many were ever put, or are being put.
  uint64_t put() const { return end_.load(std::memory_order_acquire); }

  // True some sixty times while the queue is filled once: whoever puts them
  // need not look more often at what the taker writes, and have it fetched.
  bool IsTimeToLook() const {
    return (end_.load(std::memory_order_relaxed) & mask_ >> 6) == 0;
  }

  // Whether so many wait that it is time to take some. A guess: others put and
  // take meanwhile.
  bool IsFilling() const {
    const uint64_t waiting = end_.load(std::memory_order_relaxed) -
                             begin_.load(std::memory_order_relaxed);
    return waiting > mask_ / 4;
  }

 private:
  // Has the processor take the next record from the one that read it last,
  // while the next text is checked.
  void FetchNext() const {
    const uint64_t next = end_.load(std::memory_order_relaxed) & mask_;
    __builtin_prefetch(&places_[next], 1);
    const auto* const bytes = reinterpret_cast<const char*>(&records_[next]);
    for (size_t at = 0; at < kFetched; at += kCacheLine) {
      __builtin_prefetch(bytes + at, 1);
    }
  }

  static constexpr size_t kFetched = 512;  // bytes; most records have no more

  // On a line of the processor's cache by itself: whoever puts has the next one
  // at hand, while another is taken.
  struct alignas(kCacheLine) Place {
    // The count of records before the one that it may be filled with; one more
    // when it is filled.
    std::atomic<uint64_t> turn;
    // Of the record, and kept until there is one by others, so that holders
    // are not counted up and down for each.
    std::shared_ptr<const PolicyTexts> texts;
  };

  const uint64_t mask_;
  const std::unique_ptr<Place[]> places_;
  const std::unique_ptr<Record[]> records_;
  alignas(kCacheLine) std::atomic<uint64_t> end_ = 0;
  alignas(kCacheLine) std::atomic<uint64_t> begin_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_
