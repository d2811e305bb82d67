// Work on blocks by several threads, handed on in the order it came.

#ifndef SARING_PLUGIN_CLI_ORDERED_WORK_H_
#define SARING_PLUGIN_CLI_ORDERED_WORK_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace saring::cli {

// Keeps two blocks a job and no more, however many pass through. One job needs
// no thread. What `work` throws comes out of Submit() or Finish(), after the
// blocks before it were taken.
//
// All but `work` runs on the thread that calls. The destructor drops what was
// not finished, and waits for the blocks in work.
template <typename Block>
class OrderedWork {
 public:
  using Use = std::function<void(Block*)>;

  // `make_work` is called once for each job, and each result on one thread
  // only. `take` is given the finished blocks, and leaves each fit to be filled
  // anew. REQUIRES: jobs >= 1
  OrderedWork(size_t jobs, const std::function<Use()>& make_work, Use take)
      : take_(std::move(take)), slots_(jobs == 1 ? 1 : 2 * jobs) {
    if (jobs == 1) alone_ = make_work();
    for (size_t i = 0; jobs > 1 && i < jobs; ++i) {
      threads_.emplace_back([this, work = make_work()](std::stop_token stop) {
        Run(stop, work);
      });
    }
  }

  // The block to be filled next; the same one until it is submitted.
  Block* next() { return &SlotOf(submitted_).block; }

  // Has next() worked on. While all blocks are in use, waits for the oldest.
  void Submit() {
    if (alone_) {
      alone_(next());
      take_(next());
      return;
    }
    {
      const std::lock_guard lock(mutex_);
      SlotOf(submitted_++).done = false;
    }
    ready_.notify_one();
    if (submitted_ - taken_ == slots_.size()) TakeOldest();
  }

  // Takes all that was submitted.
  void Finish() {
    while (taken_ < submitted_) TakeOldest();
  }

 private:
  struct Slot {
    Block block;
    bool done = false;
    std::exception_ptr failure;
  };

  Slot& SlotOf(uint64_t number) { return slots_[number % slots_.size()]; }

  void Run(const std::stop_token& stop, const Use& work) {
    std::unique_lock lock(mutex_);
    while (ready_.wait(lock, stop, [&] { return begun_ < submitted_; }) &&
           !stop.stop_requested()) {
      Slot& slot = SlotOf(begun_++);
      lock.unlock();
      try {
        work(&slot.block);
      } catch (...) {
        slot.failure = std::current_exception();
      }
      lock.lock();
      slot.done = true;
      done_.notify_one();
    }
  }

  void TakeOldest() {
    Slot& slot = SlotOf(taken_);
    {
      std::unique_lock lock(mutex_);
      done_.wait(lock, [&] { return slot.done; });
    }
    ++taken_;
    if (slot.failure) std::rethrow_exception(std::exchange(slot.failure, {}));
    take_(&slot.block);
  }

  const Use take_;
  Use alone_;
  std::vector<Slot> slots_;
  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::condition_variable done_;
  uint64_t submitted_ = 0;  // the threads read it under the mutex
  uint64_t begun_ = 0;      // under the mutex
  uint64_t taken_ = 0;
  std::vector<std::jthread> threads_;  // last: they end before the rest goes
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_ORDERED_WORK_H_
