#ifndef SARING_BENCH_PEER_OBSCENITY_H_
#define SARING_BENCH_PEER_OBSCENITY_H_

#include <filesystem>

#include "bench/peer_scores.h"

namespace saring::quality {

// Asks the npm package `obscenity`, looked for from `folder` as node does, in
// one process of node. Its score says so when node or the package is absent.
// Throws DataFault when both are there and fail.
PeerScore AskObscenity(const std::vector<PeerSet>& sets,
                       const std::filesystem::path& folder);

}  // namespace saring::quality

#endif  // SARING_BENCH_PEER_OBSCENITY_H_
