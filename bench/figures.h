#ifndef SARING_BENCH_FIGURES_H_
#define SARING_BENCH_FIGURES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "bench/peer_scores.h"

namespace saring::quality {

// Everything that one run found out. A set that was not at hand is absent.
struct Report {
  Identity identity;
  LabelledScore own;  // the tables of this repository
  std::optional<LabelledScore> dev;
  std::optional<TitlesScore> titles;
  std::optional<CommentsScore> comments;
  PeerTable peers;
  std::vector<std::string> missing;  // files that could not be found
};

// The counts of a report by name ("dev.plain.false_hide"). The names are the
// same for every report; a figure of an absent set has no value.
using Figures = std::map<std::string, std::optional<int64_t>>;

Figures FiguresOf(const Report& report);

}  // namespace saring::quality

#endif  // SARING_BENCH_FIGURES_H_
