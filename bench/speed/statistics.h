// Of what was measured: medians, percentiles.

#ifndef SARING_BENCH_SPEED_STATISTICS_H_
#define SARING_BENCH_SPEED_STATISTICS_H_

#include <vector>

namespace saring::speed {

// The middle value; of an even number of values, the mean of the two in the
// middle. REQUIRES: values is not empty.
double Median(std::vector<double> values);

// The smallest value that at least `share` (0 to 1) of all values do not
// exceed. REQUIRES: values is not empty.
double Percentile(std::vector<double> values, double share);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_STATISTICS_H_
