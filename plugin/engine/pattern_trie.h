// A set of patterns that share their beginnings.

#ifndef SARING_PLUGIN_ENGINE_PATTERN_TRIE_H_
#define SARING_PLUGIN_ENGINE_PATTERN_TRIE_H_

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "plugin/engine/pattern.h"

namespace saring {

// A trie whose alphabet is symbols, not bytes: "bekas" is never found inside
// "bekasi", and a pattern with {list} is one path however long the list is.
//
// Built once by Add(), then constant; threads may share it.
class PatternTrie {
 public:
  using Node = uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = 0xffffffffu;

  // REQUIRES: pattern is not empty
  void Add(const Pattern& pattern, PatternId id);

  // The node that `symbol` leads to from `node`, or kNone.
  Node Step(Node node, Symbol symbol) const;

  // The patterns that end at `node`, in order of Add().
  std::span<const PatternId> EndsAt(Node node) const { return ends_[node]; }

  bool empty() const { return ends_.size() == 1; }

 private:
  static uint64_t Key(Node node, Symbol symbol) {
    return uint64_t{node} << 32 | symbol.value();
  }

  std::unordered_map<uint64_t, Node> steps_;
  std::vector<std::vector<PatternId>> ends_ = {{}};
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_PATTERN_TRIE_H_
