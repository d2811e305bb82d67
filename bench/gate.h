#ifndef SARING_BENCH_GATE_H_
#define SARING_BENCH_GATE_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/figures.h"

namespace saring::quality {

// What a figure may be, both ends included; at least one end is given.
struct Limit {
  std::string figure;
  std::optional<int64_t> min;
  std::optional<int64_t> max;
};

// Reads a JSON object of {"figure": {"min": N, "max": N, "why": "..."}}.
// Throws DataFault for anything else, and for a figure that is not a name in
// `figures`: a limit that is misspelt would hold for ever.
std::vector<Limit> ReadLimits(const std::filesystem::path& path,
                              const Figures& figures);

struct GateResult {
  std::vector<std::string> broken;   // a line each: figure, limit and value
  std::vector<std::string> skipped;  // figures without a value
  size_t held = 0;
};

GateResult Check(const std::vector<Limit>& limits, const Figures& figures);

}  // namespace saring::quality

#endif  // SARING_BENCH_GATE_H_
