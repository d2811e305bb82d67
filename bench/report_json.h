#ifndef SARING_BENCH_REPORT_JSON_H_
#define SARING_BENCH_REPORT_JSON_H_

#include <string>

#include "bench/figures.h"

namespace saring::quality {

// The report as one JSON object: "library", "policy", "figures" (flat; null
// where the set is absent), "missing",
// "peers", and an object for each set with its
// tables and every row listed. Bytes that are not UTF-8 become U+FFFD.
std::string ToJson(const Report& report);

}  // namespace saring::quality

#endif  // SARING_BENCH_REPORT_JSON_H_
