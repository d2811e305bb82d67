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

// A bounded ring of cells. Any number of threads put records, none of which
// ever waits for another; one thread takes them. A record takes as many cells
// in a row as it needs, nearly always one: the ring is small, and the memory of
// a record is soon used again. Memory is first touched when it is first used.
class RecordQueue {
 public:
  static constexpr size_t kCell = 512;  // bytes
  static constexpr size_t kMostCells = Record::kMostBytes / kCell;

  // Of so many cells, or up to twice as many; of what two of the longest
  // records need at least.
  explicit RecordQueue(size_t cells)
      : mask_(std::bit_ceil(std::max(cells, 2 * kMostCells)) - 1),
        places_(std::make_unique<Place[]>(mask_ + 1)),
        bytes_(std::make_unique_for_overwrite<char[]>((mask_ + kMostCells) *
                                                      kCell)) {
    for (uint64_t i = 0; i <= mask_; ++i) {
      places_[i].turn.store(i, std::memory_order_relaxed);
    }
  }

  // Where the next record goes, of `size` bytes and by texts that are kept with
  // it, to be filled at once; nullptr when there is no room.
  // REQUIRES: 0 < size <= Record::kMostBytes
  char* Begin(size_t size,
              const std::shared_ptr<const PolicyTexts>& texts) noexcept {
    const uint64_t cells = CellsOf(size);
    uint64_t place = end_.load(std::memory_order_relaxed);
    for (;;) {
      // They are given back in order: where the last is free, all are.
      const uint64_t last = place + cells - 1;
      const uint64_t turn =
          places_[last & mask_].turn.load(std::memory_order_acquire);
      if (turn < last) return nullptr;
      if (turn > last) {
        place = end_.load(std::memory_order_relaxed);
      } else if (end_.compare_exchange_weak(place, place + cells,
                                            std::memory_order_relaxed)) {
        Place& first = places_[place & mask_];
        first.size = static_cast<uint32_t>(size);
        if (first.texts != texts) first.texts = texts;
        return &bytes_[(place & mask_) * kCell];
      }
    }
  }

  // Puts what Begin() gave, once it is filled.
  void Put(const char* record) noexcept {
    const auto place = static_cast<size_t>(record - bytes_.get()) / kCell;
    std::atomic<uint64_t>& turn = places_[place].turn;
    turn.store(turn.load(std::memory_order_relaxed) + 1,
               std::memory_order_release);
    FetchNext();
  }

  // The bytes of the oldest record, until Pop(); nullptr when there is none, or
  // when it is still being put.
  const char* Front() const {
    const uint64_t place = begin_.load(std::memory_order_relaxed);
    const uint64_t turn =
        places_[place & mask_].turn.load(std::memory_order_acquire);
    return turn == place + 1 ? &bytes_[(place & mask_) * kCell] : nullptr;
  }
  void Pop() {
    const uint64_t begin = begin_.load(std::memory_order_relaxed);
    const uint64_t end = begin + CellsOf(places_[begin & mask_].size);
    for (uint64_t place = begin; place < end; ++place) {
      places_[place & mask_].turn.store(place + mask_ + 1,
                                        std::memory_order_release);
    }
    begin_.store(end, std::memory_order_relaxed);
  }

  // Counts of cells: those that were ever given back, and those that records
  // were ever put in or are being put.
  uint64_t begin() const { return begin_.load(std::memory_order_relaxed); }
  uint64_t end() const { return end_.load(std::memory_order_acquire); }

  // True some sixty times while the queue is filled once, for whoever has just
  // put a record of `size` bytes: who puts need not look more often at what the
  // taker writes, and have it fetched.
  bool IsTimeToLook(size_t size) const {
    return (end_.load(std::memory_order_relaxed) & mask_ >> 6) < CellsOf(size);
  }

  // Whether so many wait that it is time to take some. A guess: others put and
  // take meanwhile.
  bool IsFilling() const {
    const uint64_t waiting = end_.load(std::memory_order_relaxed) -
                             begin_.load(std::memory_order_relaxed);
    return waiting > mask_ / 4;
  }

 private:
  static uint64_t CellsOf(size_t size) { return (size + kCell - 1) / kCell; }

  // Has the processor take the next cell from the one that read it last, while
  // the next text is checked.
  void FetchNext() const {
    const uint64_t next = end_.load(std::memory_order_relaxed) & mask_;
    __builtin_prefetch(&places_[next], 1);
    for (size_t at = 0; at < kCell; at += kCacheLine) {
      __builtin_prefetch(&bytes_[next * kCell + at], 1);
    }
  }

  // On a line of the processor's cache by itself: whoever puts has the next one
  // at hand, while another is taken.
  struct alignas(kCacheLine) Place {
    // The count of cells before the one that it may be used as; one more when a
    // record that begins there is filled.
    std::atomic<uint64_t> turn;
    uint32_t size = 0;  // of that record, in bytes
    // Of the record, and kept until there is one by others, so that holders
    // are not counted up and down for each.
    std::shared_ptr<const PolicyTexts> texts;
  };

  const uint64_t mask_;
  const std::unique_ptr<Place[]> places_;
  // By cell. What begins in the last goes on behind it, where no cell is.
  const std::unique_ptr<char[]> bytes_;
  alignas(kCacheLine) std::atomic<uint64_t> end_ = 0;
  alignas(kCacheLine) std::atomic<uint64_t> begin_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_
