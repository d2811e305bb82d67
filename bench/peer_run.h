#ifndef SARING_BENCH_PEER_RUN_H_
#define SARING_BENCH_PEER_RUN_H_

#include <filesystem>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "bench/peer_scores.h"

namespace saring::quality {

// Gathers the rows that we were asked about, each set with our own count, and
// asks the peers about all of them at once. All throw DataFault.
class PeerRun {
 public:
  explicit PeerRun(const std::filesystem::path& terms);

  // The hide and the allow rows, as two sets.
  void AddLabelled(const std::filesystem::path& path, const std::string& name,
                   const LabelledScore& ours);
  void AddTitles(const std::filesystem::path& path, const TitlesScore& ours);
  // The promotions and the others, as two sets, with the names as terms.
  void AddComments(const std::filesystem::path& comments,
                   const std::filesystem::path& names,
                   const CommentsScore& ours);

  // `obscenity` is the folder that the package is looked for from.
  PeerTable Ask(const std::filesystem::path& obscenity) const;

 private:
  std::vector<std::string> terms_;
  std::vector<PeerSet> sets_;
  std::vector<size_t> ours_;  // hidden, for each set
};

}  // namespace saring::quality

#endif  // SARING_BENCH_PEER_RUN_H_
