#ifndef SARING_BENCH_REPORT_TEXT_H_
#define SARING_BENCH_REPORT_TEXT_H_

#include <iosfwd>

#include "bench/figures.h"

namespace saring::quality {

// The report for a person: counts with their denominators, set after set, and
// every row that has to be read.
void PrintText(const Report& report, std::ostream& out);

}  // namespace saring::quality

#endif  // SARING_BENCH_REPORT_TEXT_H_
