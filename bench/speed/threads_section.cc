#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <thread>

#include "bench/speed/live_policy.h"
#include "bench/speed/sections.h"
#include "bench/speed/statistics.h"

namespace saring::speed {
namespace {

volatile uint64_t g_sum;

const Scale& LargestComparable(const Bed& bed) {
  const Scale* scale = bed.Find("100k");
  return scale != nullptr ? *scale : bed.scales.front();
}

struct ScratchFree {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using Scratch = std::unique_ptr<saring_scratch, ScratchFree>;

// Reloads a policy again and again while it lives.
class Reloading {
 public:
  explicit Reloading(LiveFile* live) : thread_([this, live] { Run(live); }) {}
  ~Reloading() { Stop(); }

  // How often it did. Throws what a reload threw.
  size_t Stop() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    return count_;
  }

 private:
  void Run(LiveFile* live) {
    try {
      for (; !stop_; ++count_) live->Reload();
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  std::atomic<bool> stop_ = false;
  std::atomic<size_t> count_ = 0;
  std::exception_ptr failure_;
  std::thread thread_;
};

// Calls timed one by one for `duration`, added to `times`.
void TimeVerdicts(const Bed& bed, const LiveFile& live, double duration,
                  std::vector<double>* times) {
  const Scratch scratch(saring_scratch_create());
  Judge judge(live.Current(scratch.get()));
  for (const std::string_view title : bed.titles) judge.Title(title);
  const double begin = WallNs();
  while (WallNs() - begin < duration) {
    for (const std::string_view title : bed.titles) {
      const double called = WallNs();
      judge.Use(live.Current(scratch.get()));
      g_sum = judge.Title(title);
      times->push_back(WallNs() - called);
    }
  }
}

void MeasureReloading(const Bed& bed, const Options& options,
                      Figures* figures) {
  LiveFile live(LargestComparable(bed).path);
  const double duration = options.quick ? 3e8 : 1.5e9;
  std::vector<double> without, with;
  size_t reloads = 0;
  for (size_t round = 0; round < 3; ++round) {
    TimeVerdicts(bed, live, duration, &without);
    Reloading reloading(&live);
    TimeVerdicts(bed, live, duration, &with);
    reloads += reloading.Stop();
  }
  figures->amounts["reloads"] = static_cast<double>(reloads);
  figures->amounts["reload_without_p99_ns"] = Percentile(without, 0.99);
  figures->amounts["reload_with_p99_ns"] = Percentile(with, 0.99);
  figures->ratios["reload_p50"] = Median(with) / Median(without);
  figures->ratios["reload_p99"] =
      Percentile(with, 0.99) / Percentile(without, 0.99);
}

void MeasureAccess(const Bed& bed, Figures* figures) {
  constexpr size_t kCalls = 10'000'000;
  const LiveFile live(bed.shipped);
  const Scratch scratch(saring_scratch_create());
  std::vector<double> times;
  for (size_t round = 0; round < 5; ++round) {
    const double begin = ThreadNs();
    for (size_t i = 0; i < kCalls; ++i) {
      const saring_policy* policy = live.Current(scratch.get());
      asm volatile("" : : "r"(policy) : "memory");
    }
    times.push_back((ThreadNs() - begin) / kCalls);
  }
  figures->amounts["current_policy_ns"] = Median(std::move(times));
}

// How long `threads` take, each over all titles `passes` times.
double WallOf(const Bed& bed, std::vector<Judge>* judges, size_t threads,
              size_t passes) {
  std::vector<std::thread> running;
  const double begin = WallNs();
  for (size_t i = 0; i < threads; ++i) {
    Judge* judge = &(*judges)[i];
    running.emplace_back([&bed, judge, passes] {
      for (size_t pass = 0; pass < passes; ++pass) {
        for (const std::string_view title : bed.titles) judge->Title(title);
      }
    });
  }
  for (std::thread& thread : running) thread.join();
  return WallNs() - begin;
}

void MeasureTwoThreads(const Bed& bed, const Options& options,
                       Figures* figures) {
  if (std::thread::hardware_concurrency() < 2) {
    figures->skipped["two_threads"] = "this machine has one processor";
    return;
  }
  const Scale& scale = LargestComparable(bed);
  std::vector<Judge> judges;
  for (int i = 0; i < 2; ++i) judges.emplace_back(scale.policy.get());
  for (const std::string_view title : bed.titles) {
    for (Judge& judge : judges) judge.Title(title);
  }
  const double once = WallOf(bed, &judges, 1, 1);
  const auto passes = static_cast<size_t>(1 + 2e8 / once);
  // The best of each, as other programs can only take wall time away.
  double one = once * static_cast<double>(passes), two = one * 2;
  for (size_t round = 0; round < options.rounds; ++round) {
    one = std::min(one, WallOf(bed, &judges, 1, passes));
    two = std::min(two, WallOf(bed, &judges, 2, passes));
  }
  figures->ratios["two_threads"] = 2 * one / two;
}

}  // namespace

void MeasureThreads(const Bed& bed, const Options& options, Figures* figures) {
  MeasureReloading(bed, options, figures);
  MeasureAccess(bed, figures);
  MeasureTwoThreads(bed, options, figures);
}

}  // namespace saring::speed
