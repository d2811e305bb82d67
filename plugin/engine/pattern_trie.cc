#include "plugin/engine/pattern_trie.h"

#include <algorithm>
#include <new>

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

void PatternTrie::Builder::MarkNodes(const std::vector<ListMask>& tells) {
  std::vector<Node> marks(last_at_.size(), 0);
  std::vector<ListMask> told(last_at_.size(), 0);  // there and below
  for (const auto& [node, end] : ends_) {
    marks[node] |= kHasEnds;
    if (end.list >= tells.size() || tells[end.list] == 0) continue;
    marks[node] |= kTells | kTellsAtOnce;
    told[node] |= tells[end.list];
  }
  // What is below a node was added after it.
  for (size_t i = edges_.size(); i-- > 0;) {
    const Edge& edge = edges_[i];
    const size_t from = NumberOf(edge.from), to = NumberOf(edge.to);
    marks[from] |= kGoesOn | (marks[to] & kTells);
    told[from] |= told[to];
    if (told[to] != 0 && Symbol::OfValue(edge.symbol).IsList()) {
      marks[from] |= kTellsAtOnce;
      before_lists_.push_back({from, told[to]});
    }
  }
  MergeBeforeLists();
  for (Node& node : first_) {
    if (node != kNone) node |= marks[NumberOf(node)];
  }
  for (Edge& edge : edges_) {
    if (edge.from != kRoot) edge.from |= marks[NumberOf(edge.from)];
    edge.to |= marks[NumberOf(edge.to)];
  }
}

// One for each node.
void PatternTrie::Builder::MergeBeforeLists() {
  std::sort(before_lists_.begin(), before_lists_.end(),
            [](const auto& a, const auto& b) { return a.node < b.node; });
  size_t kept = 0;
  for (const BeforeList& one : before_lists_) {
    if (kept > 0 && before_lists_[kept - 1].node == one.node) {
      before_lists_[kept - 1].tells |= one.tells;
    } else {
      before_lists_[kept++] = one;
    }
  }
  before_lists_.resize(kept);
}

ListMask PatternTrie::ToldByList(Node node) const {
  const auto nodes = before_lists_.span();
  const auto found = std::lower_bound(
      nodes.begin(), nodes.end(), NumberOf(node),
      [](const BeforeList& one, size_t number) { return one.node < number; });
  return found != nodes.end() && found->node == NumberOf(node) ? found->tells
                                                               : 0;
}

std::vector<PatternTrie::End> PatternTrie::Builder::TakeEnds(
    std::vector<End>* end_of) {
  std::stable_sort(
      ends_.begin(), ends_.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  end_of->assign(last_at_.size(), {kNoPattern, 0});
  std::vector<End> several;
  for (auto next = ends_.begin(); next != ends_.end();) {
    const uint32_t node = next->first;
    const auto end = std::find_if(
        next, ends_.end(), [&](const auto& one) { return one.first != node; });
    (*end_of)[node] = next->second;
    if (end - next > 1) {
      (*end_of)[node] = {kSeveral, static_cast<uint32_t>(several.size())};
      several.push_back({kSeveral, static_cast<uint32_t>(end - next)});
      for (auto one = next; one != end; ++one) several.push_back(one->second);
    }
    next = end;
  }
  return several;
}

std::vector<Beginnings::Pair> PatternTrie::FindBeginnings() const {
  std::vector<Vocabulary::WordId> words(end_of_.size(), Beginnings::kOther);
  for (Vocabulary::WordId word = 0; word < first_.size(); ++word) {
    words[NumberOf(first_[word])] = word;
  }
  std::vector<Beginnings::Pair> beginnings;
  for (const Edge& edge : edges_.span()) {
    if (edge.to == kNone || !Tells(edge.to) || DepthOf(edge.from) != 1)
      continue;
    beginnings.emplace_back(words[NumberOf(edge.from)], edge.symbol);
  }
  return beginnings;
}

PatternTrie::PatternTrie() : PatternTrie(Builder()) {}

PatternTrie::PatternTrie(Builder&& builder,
                         const std::vector<ListMask>& tells) {
  builder.MarkNodes(tells);
  before_lists_ = FlatArray(std::move(builder.before_lists_));
  builder.first_.shrink_to_fit();
  first_ = FlatArray(std::move(builder.first_));
  std::vector<Edge> edges(SlotsFor(builder.edges_.size()), Edge{0, 0, kNone});
  BitFilter::Builder filter(builder.edges_.size(), 12);
  for (const Edge& edge : builder.edges_) {
    const uint64_t hash = HashStep(edge.from, Symbol::OfValue(edge.symbol));
    edges[FindSlot(std::span<const Edge>(edges), hash,
                   [](const Edge& other) { return other.to == kNone; })] = edge;
    filter.Add(hash);
  }
  filter_ = BitFilter(std::move(filter));
  edges_ = FlatArray(std::move(edges));

  std::vector<End> end_of;
  several_ = FlatArray(builder.TakeEnds(&end_of));
  end_of_ = FlatArray(std::move(end_of));
}

}  // namespace saring
