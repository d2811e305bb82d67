// The patterns that a text has begun, and how far each has come.

#ifndef SARING_PLUGIN_ENGINE_CHART_H_
#define SARING_PLUGIN_ENGINE_CHART_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "plugin/engine/pattern_trie.h"

namespace saring {

// A chart parser over the nodes of one lattice. An edge is a symbol between two
// nodes: a word, a number, or a whole match of a list's term. The caller gives
// edges one by one; each extends all patterns that have reached its beginning,
// and a pattern that comes to its end is a Match.
//
// A pattern that reaches a node in several ways counts once, so the work for an
// edge is bounded by the patterns' length, not by the ways to read a text.
//
// The working memory of one caller at a time.
class Chart {
 public:
  static constexpr uint32_t kNoState = 0xffffffffu;

  struct Match {
    PatternId pattern;
    ListId list;        // whose it is
    uint32_t from, to;  // nodes
    uint32_t state;     // how it came about; see Via() and Previous()
  };

  // What is followed.
  enum class Follow : uint8_t { kAll, kTelling };

  // Forgets everything. `nodes` is the lattice's node_count. `one_path` says
  // that each node but the first has one word that leads to it.
  void Reset(uint32_t nodes, bool one_path, Follow follow);

  // Follows the edge `from` -> `to` in `trie` and appends matches to *matches.
  // `via` is the caller's name for the edge.
  //
  // REQUIRES: from < to < nodes; no edge given later ends at or before `from`,
  // but for edges made from matches of this chart.
  void Advance(const PatternTrie& trie, uint32_t from, uint32_t to,
               Symbol symbol, uint32_t via, std::vector<Match>* matches) {
    Reach(trie, trie.Step(PatternTrie::kRoot, symbol), from, kNoState, to,
          symbol, via, matches);
    for (uint32_t s = first_[from]; s != kNoState; s = states_[s].next) {
      const State& state = states_[s];
      Reach(trie, trie.Step(state.node, symbol), state.start, s, to, symbol,
            via, matches);
    }
  }

  // Whether a pattern tells that was followed since Reset(). See PatternTrie.
  bool told() const { return told_; }

  // The edge that led to a state, and the state before it (kNoState: none).
  uint32_t Via(uint32_t state) const { return states_[state].via; }
  uint32_t Previous(uint32_t state) const { return states_[state].previous; }

 private:
  struct State {
    PatternTrie::Node node;
    uint32_t start;     // where the pattern began
    uint32_t previous;  // state
    uint32_t via;
    uint32_t next;  // another state at the same lattice node that goes on
  };

  // A set of (lattice node, start, trie node), emptied by raising the stamp.
  class Seen {
   public:
    void Clear();
    // True if it was not yet in the set.
    bool Insert(uint32_t at, uint32_t start, PatternTrie::Node node);

   private:
    struct Slot {
      uint32_t stamp = 0, at = 0, start = 0;
      PatternTrie::Node node = 0;
    };
    void Grow();
    Slot* Place(uint32_t at, uint32_t start, PatternTrie::Node node);

    std::vector<Slot> slots_;
    uint32_t stamp_ = 0;
    size_t size_ = 0;
  };

  void Reach(const PatternTrie& trie, PatternTrie::Node reached, uint32_t start,
             uint32_t previous, uint32_t to, Symbol symbol, uint32_t via,
             std::vector<Match>* matches) {
    if (reached == PatternTrie::kNone) return;
    if (follow_ == Follow::kTelling) {
      if (!PatternTrie::Tells(reached)) return;
      told_ |= PatternTrie::TellsAtOnce(reached);
    }
    // On one path, words alone cannot lead to the same twice.
    if (!(one_path_ && symbol.IsWord()) && !seen_.Insert(to, start, reached)) {
      return;
    }
    Add(trie, reached, start, previous, to, via, matches);
  }
  void Add(const PatternTrie& trie, PatternTrie::Node reached, uint32_t start,
           uint32_t previous, uint32_t to, uint32_t via,
           std::vector<Match>* matches) {
    if (state_count_ == states_.size()) Grow();
    const uint32_t state = state_count_++;
    states_[state] = {reached, start, previous, via, first_[to]};
    if (PatternTrie::GoesOn(reached)) first_[to] = state;
    if (!PatternTrie::HasEnds(reached)) return;
    for (const PatternTrie::End& end : trie.EndsAt(reached)) {
      matches->push_back({end.pattern, end.list, start, to, state});
    }
  }
  void Grow() { states_.resize(std::max<size_t>(64, 2 * states_.size())); }

  std::vector<State> states_;  // the first state_count_
  uint32_t state_count_ = 0;
  // Of each lattice node, a state that goes on, or kNoState.
  std::vector<uint32_t> first_;
  Seen seen_;
  bool one_path_ = false;
  Follow follow_ = Follow::kAll;
  bool told_ = false;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_CHART_H_
