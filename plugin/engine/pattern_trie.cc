#include "plugin/engine/pattern_trie.h"

namespace saring {

void PatternTrie::Add(const Pattern& pattern, PatternId id) {
  Node node = kRoot;
  for (const Symbol symbol : pattern) {
    const auto next = static_cast<Node>(ends_.size());
    const auto [step, is_new] = steps_.emplace(Key(node, symbol), next);
    if (is_new) ends_.emplace_back();
    node = step->second;
  }
  ends_[node].push_back(id);
}

PatternTrie::Node PatternTrie::Step(Node node, Symbol symbol) const {
  const auto found = steps_.find(Key(node, symbol));
  return found == steps_.end() ? kNone : found->second;
}

}  // namespace saring
