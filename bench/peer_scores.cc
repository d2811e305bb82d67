#include "bench/peer_scores.h"

#include <algorithm>

#include "bench/peer_obscenity.h"
#include "bench/peers.h"

namespace saring::quality {
namespace {

struct SimplePeer {
  const char* name;
  PeerFolding folding;
  TermSearch::Bounds bounds;
};

constexpr SimplePeer kSimplePeers[] = {
    {"lower case, whole words", PeerFolding::kAsciiLower,
     TermSearch::Bounds::kWords},
    {"lower case, substrings", PeerFolding::kAsciiLower,
     TermSearch::Bounds::kAnywhere},
    {"UTS #39 skeleton, words", PeerFolding::kSkeleton,
     TermSearch::Bounds::kWords},
    {"NFKC, squeezed", PeerFolding::kSqueezed, TermSearch::Bounds::kAnywhere},
    {"skeleton, leet, squeezed", PeerFolding::kLeet,
     TermSearch::Bounds::kAnywhere},
};

size_t CountFound(const SimplePeer& peer, const PeerSet& set) {
  const TermSearch search(peer.folding, peer.bounds, set.terms);
  return static_cast<size_t>(
      std::count_if(set.texts.begin(), set.texts.end(),
                    [&](const auto& text) { return search.Finds(text); }));
}

}  // namespace

std::vector<PeerScore> AskPeers(const std::vector<PeerSet>& sets,
                                const std::filesystem::path& obscenity) {
  std::vector<PeerScore> scores;
  for (const SimplePeer& peer : kSimplePeers) {
    PeerScore score{peer.name, {}, ""};
    for (const PeerSet& set : sets)
      score.found.push_back(CountFound(peer, set));
    scores.push_back(std::move(score));
  }
  scores.push_back(AskObscenity(sets, obscenity));
  return scores;
}

}  // namespace saring::quality
