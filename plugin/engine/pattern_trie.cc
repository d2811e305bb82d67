#include "plugin/engine/pattern_trie.h"

#include <algorithm>
#include <new>
#include <numeric>

namespace saring {

PatternTrie::Node PatternTrie::Builder::PathOf(const Pattern& pattern) {
  Node node = kRoot;
  for (const Symbol symbol : pattern) node = StepOrNew(node, symbol);
  return node;
}

PatternTrie::Node PatternTrie::Builder::StepOrNew(Node node, Symbol symbol) {
  if (node == kRoot && symbol.IsWord()) {
    if (symbol.word() >= first_.size()) {
      first_.resize(symbol.word() + size_t{1}, kNone);
    }
    if (first_[symbol.word()] == kNone) {
      first_[symbol.word()] = NewBelow(kRoot);
    }
    return first_[symbol.word()];
  }
  if (2 * (edges_.size() + 1) > places_.size()) Grow();
  const size_t last = places_.size() - 1;
  size_t at = HashStep(node, symbol) & last;
  for (; places_[at] != 0; at = (at + 1) & last) {
    const Edge& edge = edges_[places_[at] - 1];
    if (edge.from == node && edge.symbol == symbol.value()) return edge.to;
  }
  const Node reached = NewBelow(node);
  edges_.push_back({node, symbol.value(), reached});
  places_[at] = static_cast<uint32_t>(edges_.size());
  return reached;
}

PatternTrie::Node PatternTrie::Builder::NewBelow(Node node) {
  const auto number = static_cast<Node>(last_at_.size());
  if (number >= kNumberMask) throw std::bad_alloc();
  last_at_.push_back(kNoPattern);
  return (DepthOf(node) + 1) << kDepthShift | number;
}

void PatternTrie::Builder::Grow() {
  places_.assign(std::max<size_t>(64, 2 * places_.size()), 0);
  const size_t last = places_.size() - 1;
  for (uint32_t i = 0; i < edges_.size(); ++i) {
    const Edge& edge = edges_[i];
    size_t at = HashStep(edge.from, Symbol::OfValue(edge.symbol)) & last;
    while (places_[at] != 0) at = (at + 1) & last;
    places_[at] = i + 1;
  }
}

void PatternTrie::Builder::MarkNodes(const std::vector<bool>& tells) {
  std::vector<Node> marks(last_at_.size(), 0);
  for (const auto& [node, id] : ends_) {
    marks[node] |= kHasEnds;
    if (id < tells.size() && tells[id]) marks[node] |= kTells | kTellsAtOnce;
  }
  // What is below a node was added after it.
  for (size_t i = edges_.size(); i-- > 0;) {
    const Edge& edge = edges_[i];
    const Node tells_below = marks[NumberOf(edge.to)] & kTells;
    marks[NumberOf(edge.from)] |= kGoesOn | tells_below;
    if (tells_below != 0 && Symbol::OfValue(edge.symbol).IsList()) {
      marks[NumberOf(edge.from)] |= kTellsAtOnce;
    }
  }
  for (Node& node : first_) {
    if (node != kNone) node |= marks[NumberOf(node)];
  }
  for (Edge& edge : edges_) {
    if (edge.from != kRoot) edge.from |= marks[NumberOf(edge.from)];
    edge.to |= marks[NumberOf(edge.to)];
  }
}

PatternTrie::PatternTrie() : PatternTrie(Builder()) {}

PatternTrie::PatternTrie(Builder&& builder, const std::vector<bool>& tells) {
  builder.MarkNodes(tells);
  builder.first_.shrink_to_fit();
  first_ = FlatArray(std::move(builder.first_));
  std::vector<Edge> edges(SlotsFor(builder.edges_.size()), Edge{0, 0, kNone});
  BitFilter::Builder filter(builder.edges_.size(), 8);
  for (const Edge& edge : builder.edges_) {
    const uint64_t hash = HashStep(edge.from, Symbol::OfValue(edge.symbol));
    edges[FindSlot(std::span<const Edge>(edges), hash,
                   [](const Edge& other) { return other.to == kNone; })] = edge;
    filter.Add(hash);
  }
  filter_ = BitFilter(std::move(filter));
  edges_ = FlatArray(std::move(edges));

  std::vector<uint32_t> begins(builder.last_at_.size() + 1);
  for (const auto& [node, id] : builder.ends_) ++begins[node];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<PatternId> ends(builder.ends_.size());
  for (size_t i = ends.size(); i-- > 0;) {
    ends[--begins[builder.ends_[i].first]] = builder.ends_[i].second;
  }
  end_begins_ = FlatArray(std::move(begins));
  ends_ = FlatArray(std::move(ends));
}

bool PatternTrie::Restore(size_t patterns, size_t most_at_node) {
  if (!filter_.Restore() || end_begins_.size() < 2 || end_begins_[0] != 0 ||
      end_begins_.back() != ends_.size()) {
    return false;
  }
  bool good = true;
  for (size_t i = 0; i + 1 < end_begins_.size(); ++i) {
    good &= end_begins_[i] <= end_begins_[i + 1];
    good &= end_begins_[i + 1] - end_begins_[i] <= most_at_node;
  }
  for (const PatternId id : ends_.span()) good &= id < patterns;
  return good && RestoreEdges();
}

bool PatternTrie::RestoreEdges() const {
  const size_t nodes = end_begins_.size() - 1;
  // By number of node. No step leads where another does, or to the root: so
  // there is one path to each, and text makes no more work than in any trie.
  std::vector<bool> is_reached(nodes);
  is_reached[kRoot] = true;
  const auto reach = [&](Node node) {
    if (NumberOf(node) >= nodes || is_reached[NumberOf(node)]) return false;
    is_reached[NumberOf(node)] = true;
    return true;
  };
  bool good = true;
  for (const Node to : first_.span()) {
    if (to != kNone) good &= DepthOf(to) == 1 && reach(to);
  }
  for (const Edge& edge : edges_.span()) {
    if (edge.to == kNone) continue;
    good &= NumberOf(edge.from) < nodes &&
            DepthOf(edge.to) == DepthOf(edge.from) + 1 &&
            DepthOf(edge.to) <= kMaxPatternSymbols && reach(edge.to);
  }
  return good && HasFreeSlots(edges_.span(), [](const Edge& edge) {
           return edge.to == kNone;
         });
}

bool PatternTrie::ListsLeadDown(std::span<const ListId> list_of_pattern,
                                std::span<const uint32_t> rank_of_list) const {
  // By node, the rank that patterns must have which come by.
  std::vector<uint32_t> least(end_begins_.size() - 1);
  bool changed = false;
  const auto raise = [&](Node node, uint32_t rank) {
    if (rank <= least[NumberOf(node)]) return;
    least[NumberOf(node)] = rank;
    changed = true;
  };
  for (const Edge& edge : edges_.span()) {
    const Symbol symbol = Symbol::OfValue(edge.symbol);
    if (edge.to == kNone || !symbol.IsList()) continue;
    if (symbol.list() >= rank_of_list.size()) return false;
    raise(edge.to, rank_of_list[symbol.list()] + 1);
  }
  // Each round goes one symbol deeper; most policies need one.
  while (changed) {
    changed = false;
    for (const Edge& edge : edges_.span()) {
      if (edge.to != kNone) raise(edge.to, least[NumberOf(edge.from)]);
    }
  }
  for (size_t node = 0; node < least.size(); ++node) {
    for (uint32_t i = end_begins_[node]; i < end_begins_[node + 1]; ++i) {
      if (rank_of_list[list_of_pattern[ends_[i]]] < least[node]) return false;
    }
  }
  return true;
}

}  // namespace saring
