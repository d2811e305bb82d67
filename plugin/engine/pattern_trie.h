// A set of patterns that share their beginnings.

#ifndef SARING_PLUGIN_ENGINE_PATTERN_TRIE_H_
#define SARING_PLUGIN_ENGINE_PATTERN_TRIE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "normalizer/bit_filter.h"
#include "normalizer/flat_array.h"
#include "normalizer/slots.h"
#include "normalizer/word_hash.h"
#include "plugin/engine/pattern.h"

namespace saring {

// A trie whose alphabet is symbols, not bytes: "bekas" is never found inside
// "bekasi", and a pattern with {list} is one path however long the list is.
//
// Constant; threads may share it.
class PatternTrie {
 public:
  // Beside its number, a node tells of itself what every walk asks first:
  // whether patterns end there, whether any goes on, whether any of both is a
  // telling one (see EvidenceList), and whether that ends there or goes on with
  // a list. It also tells its depth, so that of every
  // step it is plain, wherever it comes from, that it leads deeper, and of
  // every path that it has an end. The root is number 0.
  using Node = uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = kRoot;  // to which no step leads
  static bool HasEnds(Node node) { return (node & kHasEnds) != 0; }
  static bool GoesOn(Node node) { return (node & kGoesOn) != 0; }
  static bool Tells(Node node) { return (node & kTells) != 0; }
  static bool TellsAtOnce(Node node) { return (node & kTellsAtOnce) != 0; }

  // A pattern that ends somewhere, and whose it is.
  struct End {
    PatternId pattern;
    ListId list;
  };

  class Builder;

  // Holds nothing.
  PatternTrie();
  // `tells`: by list, its mask if it is a telling one, else 0, as of those
  // beyond.
  explicit PatternTrie(Builder&& builder,
                       const std::vector<ListMask>& tells = {});

  // The node that `word` leads to from the root, or kNone.
  Node First(Vocabulary::WordId word) const {
    return word < first_.size() ? first_[word] : kNone;
  }

  // The node that `symbol` leads to from `node`, or kNone.
  Node Step(Node node, Symbol symbol) const {
    if (node == kRoot && symbol.IsWord()) return First(symbol.word());
    const uint64_t hash = HashStep(node, symbol);
    if (!filter_.Has(hash)) return kNone;
    return edges_[FindSlot(edges_.span(), hash,
                           [&](const Edge& edge) {
                             return edge.to == kNone ||
                                    (edge.from == node &&
                                     edge.symbol == symbol.value());
                           })]
        .to;
  }

  // Makes ready for Step(node, symbol) and EndsAt(node).
  void Fetch(Node node, Symbol symbol) const {
    const uint64_t hash = HashStep(node, symbol);
    filter_.Fetch(hash);
    __builtin_prefetch(&edges_[FirstSlot(hash, edges_.size())]);
    __builtin_prefetch(&end_of_[NumberOf(node)]);
  }

  // How telling patterns go on from `node`, which a word or number led to from
  // the root.
  static Cue CueOf(Node node) {
    return TellsAtOnce(node) ? Cue::kAlone
           : Tells(node)     ? Cue::kWithMore
                             : Cue::kNone;
  }

  // What telling patterns of more than one symbol begin with.
  std::vector<Beginnings::Pair> FindBeginnings() const;

  // The patterns that end at `node`, in order of adding.
  std::span<const End> EndsAt(Node node) const {
    const End& end = end_of_[NumberOf(node)];
    if (end.pattern == kNoPattern) return {};
    if (end.pattern != kSeveral) return {&end, 1};
    const auto several = several_.span().subspan(end.list);
    return several.subspan(1, several[0].list);
  }

  // The masks of the telling patterns that go on from `node` with a list.
  ListMask ToldByList(Node node) const;

  bool empty() const { return end_of_.size() == 1; }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    visit(self.first_);
    BitFilter::ForEachArray(self.filter_, visit);
    visit(self.edges_);
    visit(self.end_of_);
    visit(self.several_);
    visit(self.before_lists_);
  }
  // False unless the arrays, whoever filled them, make a trie: one path leads
  // to each node, and every search ends. `list_of_pattern` says whose the
  // patterns are; of each of `lists` lists one may end at a node. With
  // `rank_of_list`, a pattern with a {list} in it must be of a list that ranks
  // above that one: no list then leads to itself.
  bool Restore(std::span<const ListId> list_of_pattern, size_t lists,
               std::span<const uint32_t> rank_of_list = {});

 private:
  // A step from node to node; the root's by words are in first_.
  struct Edge {
    Node from;
    uint32_t symbol;
    Node to;  // kNone: a free slot
  };

  static constexpr PatternId kNoPattern = 0xffffffffu, kSeveral = 0xfffffffeu;

  struct BeforeList {
    uint64_t node;  // its number
    ListMask tells;
  };

  static constexpr Node kGoesOn = Node{1} << 31, kHasEnds = Node{1} << 30,
                        kTells = Node{1} << 29, kTellsAtOnce = Node{1} << 28;
  static constexpr int kDepthShift = 23;
  static constexpr Node kNumberMask = (Node{1} << kDepthShift) - 1;
  static size_t NumberOf(Node node) { return node & kNumberMask; }
  static uint32_t DepthOf(Node node) {
    return (node & (kTellsAtOnce - 1)) >> kDepthShift;
  }
  static_assert(kMaxPatternSymbols < 1 << (28 - kDepthShift));

  static uint64_t HashStep(Node node, Symbol symbol) {
    return word_hash_internal::Mix(
        (uint64_t{NumberOf(node)} << 32 | symbol.value()) ^
            word_hash_internal::kFirst,
        word_hash_internal::kSecond);
  }

  // Parts of Restore(). `above` has, by number of node, that of the one above
  // it or kNotReached; `by_list` the steps by a {list}.
  static constexpr uint32_t kNotReached = 0xffffffffu;
  static bool IsGood(const End& end, std::span<const ListId> list_of_pattern);
  bool AreEndsGood(std::span<const ListId> list_of_pattern,
                   size_t most_at_node) const;
  bool IsTree(std::vector<uint32_t>* above, std::vector<Edge>* by_list) const;
  bool ListsLeadDown(const std::vector<uint32_t>& above,
                     const std::vector<Edge>& by_list,
                     std::span<const uint32_t> rank_of_list) const;

  FlatArray<Node> first_;  // by word
  BitFilter filter_;       // of edges_: most steps lead nowhere
  FlatArray<Edge> edges_;  // open addressing, by HashStep()
  // By number of node. Of kSeveral, `list` is a place in several_: there `list`
  // says how many follow. kNoPattern: none.
  FlatArray<End> end_of_;
  FlatArray<End> several_;
  FlatArray<BeforeList> before_lists_;  // sorted
};

// Takes patterns one by one.
class PatternTrie::Builder {
 public:
  // The node at the end of `pattern`. REQUIRES: pattern is neither empty nor of
  // more than kMaxPatternSymbols symbols
  Node PathOf(const Pattern& pattern);

  static constexpr PatternId kNoPattern = PatternTrie::kNoPattern;
  // The last pattern that was said to end at `node`, or kNoPattern.
  PatternId LastAt(Node node) const { return last_at_[NumberOf(node)]; }

  // Says that a pattern ends at `node`. REQUIRES: of no list two do
  void EndAt(Node node, End end) {
    last_at_[NumberOf(node)] = end.pattern;
    ends_.emplace_back(static_cast<uint32_t>(NumberOf(node)), end);
  }

  void Add(const Pattern& pattern, End end) { EndAt(PathOf(pattern), end); }

 private:
  friend class PatternTrie;
  Node StepOrNew(Node node, Symbol symbol);
  Node NewBelow(Node node);
  void Grow();
  // Marks all nodes by what they tell; nothing is added afterwards.
  void MarkNodes(const std::vector<ListMask>& tells);
  void MergeBeforeLists();
  // Brings the ends in order of nodes. Returns those of kSeveral, and replaces
  // *end_of by the others.
  std::vector<End> TakeEnds(std::vector<End>* end_of);

  std::vector<Node> first_;
  std::vector<Edge> edges_;
  std::vector<uint32_t> places_;  // of edges, plus 1; a power of two
  std::vector<PatternId> last_at_ = {kNoPattern};
  std::vector<std::pair<uint32_t, End>> ends_;  // numbers of nodes
  std::vector<BeforeList> before_lists_;        // of MarkNodes()
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_PATTERN_TRIE_H_
