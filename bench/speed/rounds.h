// Runs cases in turn, round after round, so that whatever the machine does
// meanwhile befalls them all alike.

#ifndef SARING_BENCH_SPEED_ROUNDS_H_
#define SARING_BENCH_SPEED_ROUNDS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/speed/clocks.h"
#include "bench/speed/texts.h"

namespace saring::speed {

// One way to do something to each of a number of texts. The sums only keep the
// compiler from leaving the work out.
struct Case {
  std::string name;
  size_t texts = 0;
  std::function<uint64_t()> pass;          // over all texts
  std::function<uint64_t(size_t)> single;  // of one text; empty: not wanted
  std::function<void()> before;            // each pass, untimed; may be empty
};

// A text of a case: thread CPU time of whole passes, and wall time of calls
// timed one by one, less what the clock itself takes.
struct Timing {
  std::vector<double> rounds;  // ns a text, in the order of rounds
  double median = 0;           // of `rounds`
  double p50 = 0, p99 = 0;     // of single calls; 0 when they were not timed
};

using Timings = std::map<std::string, Timing>;

// Each case runs once untimed, then once a round, in the order given; single
// calls are timed after the last round. Names are distinct. `clock` is for
// tests.
Timings RunInTurn(const std::vector<Case>& cases, size_t rounds,
                  const std::function<double()>& clock = ThreadNs);

// A case that calls work(std::string_view), which returns a number, for each of
// `texts`, which must live as long as the case.
template <typename Work>
Case OverTexts(std::string name, const Texts& texts, Work work) {
  Case result;
  result.name = std::move(name);
  result.texts = texts.size();
  result.pass = [&texts, work]() mutable {
    uint64_t sum = 0;
    for (const std::string_view text : texts) sum += work(text);
    return sum;
  };
  return result;
}

// The same, its single calls timed as well.
template <typename Work>
Case OverTextsAndEach(std::string name, const Texts& texts, Work work) {
  Case result = OverTexts(std::move(name), texts, work);
  result.single = [&texts, work](size_t i) mutable { return work(texts[i]); };
  return result;
}

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_ROUNDS_H_
