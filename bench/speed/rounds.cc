#include "bench/speed/rounds.h"

#include <algorithm>

#include "bench/speed/statistics.h"

namespace saring::speed {
namespace {

volatile uint64_t g_sum;  // nobody may know that it is never read

double ClockCost() {
  std::vector<double> costs;
  for (int i = 0; i < 10000; ++i) {
    const double begin = WallNs();
    costs.push_back(WallNs() - begin);
  }
  return Median(std::move(costs));
}

void TimeSingles(const Case& one, double clock_cost, Timing* timing) {
  std::vector<double> times;
  times.reserve(one.texts);
  for (size_t i = 0; i < one.texts; ++i) {
    const double begin = WallNs();
    g_sum = one.single(i);
    times.push_back(std::max(0.0, WallNs() - begin - clock_cost));
  }
  timing->p50 = Percentile(times, 0.50);
  timing->p99 = Percentile(std::move(times), 0.99);
}

}  // namespace

Timings RunInTurn(const std::vector<Case>& cases, size_t rounds,
                  const std::function<double()>& clock) {
  Timings timings;
  for (const Case& one : cases) g_sum = one.pass();
  for (size_t round = 0; round < rounds; ++round) {
    for (const Case& one : cases) {
      if (one.before) one.before();
      const double begin = clock();
      g_sum = one.pass();
      timings[one.name].rounds.push_back((clock() - begin) /
                                         static_cast<double>(one.texts));
    }
  }
  const double clock_cost = ClockCost();
  for (const Case& one : cases) {
    Timing& timing = timings[one.name];
    if (!timing.rounds.empty()) timing.median = Median(timing.rounds);
    if (one.single) TimeSingles(one, clock_cost, &timing);
  }
  return timings;
}

}  // namespace saring::speed
