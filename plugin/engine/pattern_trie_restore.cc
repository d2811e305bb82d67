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
  return filter_.Restore() && AreEndsGood(list_of_pattern.size(), lists) &&
         IsTree(&above, &by_list) &&
         (rank_of_list.empty() ||
          ListsLeadDown(above, by_list, list_of_pattern, rank_of_list));
}

bool PatternTrie::AreEndsGood(size_t patterns, size_t most_at_node) const {
  if (end_begins_.size() < 2 || end_begins_[0] != 0 ||
      end_begins_.back() != ends_.size()) {
    return false;
  }
  const auto most = static_cast<uint32_t>(most_at_node);
  uint32_t bad = 0;
  for (size_t i = 0; i + 1 < end_begins_.size(); ++i) {
    bad |= end_begins_[i] > end_begins_[i + 1];
    bad |= end_begins_[i + 1] - end_begins_[i] > most;
  }
  PatternId last = 0;
  for (const PatternId id : ends_.span()) last = std::max(last, id);
  return bad == 0 && (ends_.empty() || last < patterns);
}

// Steps lead from smaller to greater numbers, and one deeper. If they reach as
// many nodes as they are, no two reach the same, and none a node that is not
// there.
bool PatternTrie::IsTree(std::vector<uint32_t>* above,
                         std::vector<Edge>* by_list) const {
  const size_t nodes = end_begins_.size() - 1;
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
                                std::span<const ListId> list_of_pattern,
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
    for (uint32_t i = end_begins_[node]; i < end_begins_[node + 1]; ++i) {
      if (rank_of_list[list_of_pattern[ends_[i]]] < least[node]) return false;
    }
  }
  return true;
}

}  // namespace saring
