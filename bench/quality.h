#ifndef SARING_BENCH_QUALITY_H_
#define SARING_BENCH_QUALITY_H_

#include <iosfwd>
#include <string>
#include <vector>

namespace saring::quality {

// The program: measures a policy on every set that is at hand, writes the
// report to `out` and what went wrong to `err`, and returns the exit status: 0,
// 1 when the gate, the policy or the data are at fault, 2 for wrong usage.
int Run(const std::vector<std::string>& arguments, std::ostream& out,
        std::ostream& err);

}  // namespace saring::quality

#endif  // SARING_BENCH_QUALITY_H_
