#ifndef SARING_BENCH_PEER_SCORES_H_
#define SARING_BENCH_PEER_SCORES_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace saring::quality {

// Texts that a peer is asked about, and the terms that it looks for in them. A
// peer says found or not, so that rows labelled demote are in no set.
struct PeerSet {
  std::string name;  // "dev hide"
  std::vector<std::string> terms;
  std::vector<std::string> texts;
};

struct PeerScore {
  std::string name;
  std::vector<size_t> found;  // a count for each set; none when absent
  std::string absent;         // why it could not be asked
};

// The peers beside us, over the sets that were at hand.
struct PeerTable {
  struct Column {
    std::string name;
    size_t rows;
  };
  size_t terms = 0;  // of the list of terms; comments have the names instead
  std::vector<Column> columns;
  std::vector<PeerScore> scores;
};

// Every peer over every set, `obscenity` being looked for from the folder.
// Throws DataFault.
std::vector<PeerScore> AskPeers(const std::vector<PeerSet>& sets,
                                const std::filesystem::path& obscenity);

}  // namespace saring::quality

#endif  // SARING_BENCH_PEER_SCORES_H_
