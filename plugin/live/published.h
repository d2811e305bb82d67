// What one thread publishes and any number of others read.

#ifndef SARING_PLUGIN_LIVE_PUBLISHED_H_
#define SARING_PLUGIN_LIVE_PUBLISHED_H_

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace saring {

// Holds the newest of its kind. Readers never wait for the publisher, nor it
// for them: while one looks at a value it is marked, and what is marked is
// freed later. It is only ever freed by the publisher.
//
// Threads: Read() from any; everything else from one at a time.
template <typename T>
class Published {
 public:
  explicit Published(std::unique_ptr<const T> first)
      : current_(first.release()) {}
  // REQUIRES: nobody reads
  ~Published() { delete current_.load(); }
  Published(const Published&) = delete;
  Published& operator=(const Published&) = delete;

  // Calls use(value) with the newest value. It should be short: kMarks readers
  // at once go without waiting for each other.
  template <typename Use>
  void Read(Use use) const {
    Mark& mark = TakeMark();
    const T* seen = current_.load();
    for (;;) {
      mark.of.store(seen);
      const T* const now = current_.load();
      if (now == seen) break;
      seen = now;
    }
    use(*seen);
    mark.of.store(nullptr);
    mark.taken.store(false, std::memory_order_release);
  }

  void Publish(std::unique_ptr<const T> next) {
    old_.reserve(old_.size() + 1);  // nothing throws from here on
    old_.emplace_back(current_.exchange(next.release()));
  }

  using Values = std::vector<std::unique_ptr<const T>>;

  // Gives away the older values that nobody looks at and of which
  // may_go(value, all older ones).
  template <typename MayGo>
  Values TakeOld(MayGo may_go) {
    // All are judged before any goes.
    std::vector<bool> goes;
    for (const auto& value : old_) {
      goes.push_back(!IsMarked(value.get()) && may_go(*value, old_));
    }
    Values gone, kept;
    for (size_t i = 0; i < goes.size(); ++i) {
      (goes[i] ? gone : kept).push_back(std::move(old_[i]));
    }
    old_ = std::move(kept);
    return gone;
  }

  // In the child of a fork, where no reader is left.
  void ForgetReaders() {
    for (Mark& mark : marks_) {
      mark.of.store(nullptr);
      mark.taken.store(false);
    }
  }

 private:
  static constexpr size_t kMarks = 64;

  // A line of the processor's cache, of one reader at a time.
  struct alignas(64) Mark {
    std::atomic<bool> taken = false;
    std::atomic<const T*> of = nullptr;
  };

  Mark& TakeMark() const {
    size_t at = std::hash<std::thread::id>()(std::this_thread::get_id());
    for (;; ++at) {
      Mark& mark = marks_[at % kMarks];
      if (!mark.taken.load(std::memory_order_relaxed) &&
          !mark.taken.exchange(true, std::memory_order_acquire)) {
        return mark;
      }
    }
  }

  bool IsMarked(const T* value) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) {
      return mark.of.load() == value;
    });
  }

  std::atomic<const T*> current_;
  mutable std::array<Mark, kMarks> marks_;
  Values old_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_LIVE_PUBLISHED_H_
