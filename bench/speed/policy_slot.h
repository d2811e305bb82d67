// How a host exchanges policies under its readers with the C ABI.

#ifndef SARING_BENCH_SPEED_POLICY_SLOT_H_
#define SARING_BENCH_SPEED_POLICY_SLOT_H_

#include <atomic>
#include <mutex>

#include "bench/speed/judge.h"

namespace saring::speed {

// Holds the current policy. Any thread may publish.
class PolicySlot {
 public:
  explicit PolicySlot(Policy policy) : policy_(std::move(policy)) {}

  void Publish(Policy policy) {
    const std::lock_guard lock(mutex_);
    policy_.swap(policy);
    generation_.fetch_add(1, std::memory_order_release);
  }

  // A thread's own view. It writes nothing that other threads read until the
  // policy has changed.
  class Reader {
   public:
    explicit Reader(PolicySlot* slot) : slot_(slot) {}

    // Lives until the next call.
    const saring_policy* Current() {
      const uint64_t now = slot_->generation_.load(std::memory_order_acquire);
      if (now != generation_) Renew();
      return mine_.get();
    }

   private:
    void Renew() {
      const std::lock_guard lock(slot_->mutex_);
      mine_.reset(saring_policy_share(slot_->policy_.get()));
      generation_ = slot_->generation_.load(std::memory_order_relaxed);
    }

    PolicySlot* slot_;
    Policy mine_;
    uint64_t generation_ = 0;
  };

 private:
  std::mutex mutex_;
  Policy policy_;
  std::atomic<uint64_t> generation_{1};
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_POLICY_SLOT_H_
