// Decisions that wait to be written.

#ifndef SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_
#define SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_

#include <atomic>
#include <bit>
#include <cstdint>
#include <memory>

#include "plugin/monitor/counter.h"
#include "plugin/monitor/record.h"

namespace saring {

// Bounded. Any number of threads put, none of which ever waits for another; one
// thread takes. Memory is first touched when it is first used.
class RecordQueue {
 public:
  // Holds `capacity` records, or up to twice as many.
  explicit RecordQueue(size_t capacity)
      : mask_(std::bit_ceil(capacity) - 1),
        turns_(std::make_unique<std::atomic<uint64_t>[]>(mask_ + 1)),
        records_(std::make_unique_for_overwrite<Record[]>(mask_ + 1)) {
    for (uint64_t i = 0; i <= mask_; ++i) {
      turns_[i].store(i, std::memory_order_relaxed);
    }
  }

  // Where the next record goes, to be filled at once; nullptr when it is full.
  Record* Begin() noexcept {
    uint64_t place = end_.load(std::memory_order_relaxed);
    for (;;) {
      // A slot's turn is the place that it may be filled for, or that place
      // plus one when it is filled.
      const uint64_t turn =
          turns_[place & mask_].load(std::memory_order_acquire);
      if (turn < place) return nullptr;
      if (turn > place) {
        place = end_.load(std::memory_order_relaxed);
      } else if (end_.compare_exchange_weak(place, place + 1,
                                            std::memory_order_relaxed)) {
        return &records_[place & mask_];
      }
    }
  }
  // Puts what Begin() gave, once it is filled.
  void Put(const Record* record) noexcept {
    std::atomic<uint64_t>& turn = turns_[record - records_.get()];
    turn.store(turn.load(std::memory_order_relaxed) + 1,
               std::memory_order_release);
  }

  // The oldest record, until Pop(); nullptr when there is none, or when it is
  // still being put.
  const Record* Front() const {
    const uint64_t place = begin_.load(std::memory_order_relaxed);
    const uint64_t turn = turns_[place & mask_].load(std::memory_order_acquire);
    return turn == place + 1 ? &records_[place & mask_] : nullptr;
  }
  void Pop() {
    const uint64_t place = begin_.load(std::memory_order_relaxed);
    turns_[place & mask_].store(place + mask_ + 1, std::memory_order_release);
    begin_.store(place + 1, std::memory_order_relaxed);
  }

  // How many were ever put, or are being put.
  uint64_t put() const { return end_.load(std::memory_order_acquire); }

  // Whether so many wait that it is time to take some. A guess: others put and
  // take meanwhile.
  bool IsFilling() const {
    const uint64_t waiting = end_.load(std::memory_order_relaxed) -
                             begin_.load(std::memory_order_relaxed);
    return waiting > mask_ / 4;
  }

 private:
  const uint64_t mask_;
  const std::unique_ptr<std::atomic<uint64_t>[]> turns_;
  const std::unique_ptr<Record[]> records_;
  alignas(kCacheLine) std::atomic<uint64_t> end_ = 0;
  alignas(kCacheLine) std::atomic<uint64_t> begin_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_RECORD_QUEUE_H_
