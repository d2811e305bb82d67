// Whether tables that somebody else filled make a trie. A policy may have a
// million nodes: each array is gone through once, without branches that depend
// on what is there.

#include <algorithm>

#include "normalizer/fetch_ahead.h"
#include "plugin/engine/pattern_trie.h"

namespace saring {

bool PatternTrie::Restore(std::span<const ListId> list_of_pattern, size_t lists,
                          std::span<const uint32_t> rank_of_list) {
  std::vector<uint32_t> above;
  std::vector<Edge> by_list;
  return filter_.Restore() && AreEndsGood(list_of_pattern, lists) &&
         IsTree(&above, &by_list) &&
         (rank_of_list.empty() || ListsLeadDown(above, by_list, rank_of_list));
}

// Whether an end is of a pattern that is there, and of its list.
bool PatternTrie::IsGood(const End& end,
                         std::span<const ListId> list_of_pattern) {
  return end.pattern < list_of_pattern.size() &&
         list_of_pattern[end.pattern] == end.list;
}

// Ends of several stand in the order of their nodes, each once.
bool PatternTrie::AreEndsGood(std::span<const ListId> list_of_pattern,
                              size_t most_at_node) const {
  size_t next = 0;
  for (const End& end : end_of_.span()) {
    if (end.pattern == kNoPattern) continue;
    if (end.pattern != kSeveral) {
      if (!IsGood(end, list_of_pattern)) return false;
      continue;
    }
    if (end.list != next || next >= several_.size()) return false;
    const size_t count = several_[next++].list;
    if (count > most_at_node || count > several_.size() - next) return false;
    for (; next < end.list + 1 + count; ++next) {
      if (!IsGood(several_[next], list_of_pattern)) return false;
    }
  }
  return next == several_.size() && !end_of_.empty();
}

// Steps lead from smaller to greater numbers, and one deeper. If they reach as
// many nodes as they are, no two reach the same, and none a node that is not
// there.
bool PatternTrie::IsTree(std::vector<uint32_t>* above,
                         std::vector<Edge>* by_list) const {
  const size_t nodes = end_of_.size();
  above->assign(nodes + 1, kNotReached);  // the last is for no node
  uint32_t bad = 0;
  size_t steps = 0;
  const auto step = [&](Node from, Node to) {
    const uint32_t leads_on = to != kNone;
    const uint32_t depth = DepthOf(to);
    bad |= leads_on & static_cast<uint32_t>((NumberOf(from) >= NumberOf(to)) |
                                            (depth != DepthOf(from) + 1) |
                                            (depth > kMaxPatternSymbols));
    (*above)[leads_on != 0 ? std::min(NumberOf(to), nodes) : nodes] =
        static_cast<uint32_t>(NumberOf(from));
    steps += leads_on;
  };
  for (const Node to : first_.span()) step(kRoot, to);
  const bool search_ends = HasFreeSlots(edges_.span(), [&](const Edge& edge) {
    FetchAhead(&edge);
    step(edge.from, edge.to);
    if (Symbol::OfValue(edge.symbol).IsList()) by_list->push_back(edge);
    return edge.to == kNone;
  });
  above->pop_back();
  const auto missed = std::count(above->begin(), above->end(), kNotReached);
  return search_ends && bad == 0 &&
         steps + static_cast<size_t>(missed) == nodes;
}

bool PatternTrie::ListsLeadDown(const std::vector<uint32_t>& above,
                                const std::vector<Edge>& by_list,
                                std::span<const uint32_t> rank_of_list) const {
  // By node, the rank that patterns must have which come by.
  std::vector<uint32_t> least(above.size());
  for (const Edge& edge : by_list) {
    const ListId list = Symbol::OfValue(edge.symbol).list();
    if (edge.to == kNone) continue;
    if (list >= rank_of_list.size()) return false;
    least[NumberOf(edge.to)] = rank_of_list[list] + 1;
  }
  for (size_t node = 1; node < above.size(); ++node) {
    if (above[node] == kNotReached) continue;
    least[node] = std::max(least[node], least[above[node]]);
    if (least[node] == 0) continue;
    for (const End& end : EndsAt(static_cast<Node>(node))) {
      if (rank_of_list[end.list] < least[node]) return false;
    }
  }
  return true;
}

}  // namespace saring
