#ifndef SARING_BENCH_PEERS_H_
#define SARING_BENCH_PEERS_H_

#include <string>
#include <string_view>
#include <vector>

namespace saring::quality {

// What a simple filter does to texts and terms alike before it compares them.
// Text that is not UTF-8 is compared with U+FFFD for each fault.
enum class PeerFolding {
  kAsciiLower,  // A to Z become a to z
  kSkeleton,    // case folded, then the skeleton of UTS #39
  kSqueezed,    // NFKC with case folded; of that the letters and digits
  // The same of the skeleton, then digits and signs that look like letters made
  // the same as those, and nothing twice in a row.
  kLeet,
};

std::string FoldForPeer(PeerFolding folding, std::string_view text);

// A filter of the kind that a shop writes in an afternoon: a text is found when
// any of the terms stands in it.
class TermSearch {
 public:
  enum class Bounds {
    kWords,    // the words of the term, one after the other
    kAnywhere  // the characters of the term, also within a word
  };

  TermSearch(PeerFolding folding, Bounds bounds,
             const std::vector<std::string>& terms);

  bool Finds(std::string_view text) const;

 private:
  std::string Prepare(std::string_view text) const;

  PeerFolding folding_;
  Bounds bounds_;
  std::vector<std::string> terms_;  // prepared
};

}  // namespace saring::quality

#endif  // SARING_BENCH_PEERS_H_
