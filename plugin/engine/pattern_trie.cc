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

}  // namespace saring
