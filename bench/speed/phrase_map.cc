#include "bench/speed/phrase_map.h"

#include <algorithm>

namespace saring::speed {
namespace {

uint64_t Edge(uint32_t node, PhraseMap::WordId word) {
  return (uint64_t{node} << 32) | word;
}

}  // namespace

PhraseMap::PhraseMap(const Strings& terms) {
  for (size_t i = 0; i < terms.size(); ++i) Add(terms[i], static_cast<int>(i));
}

void PhraseMap::Add(std::string_view term, int id) {
  uint32_t node = 0;
  while (!term.empty()) {
    const std::string_view word = term.substr(0, term.find(' '));
    term.remove_prefix(std::min(term.size(), word.size() + 1));
    const auto number = static_cast<WordId>(words_.size() + 1);
    const WordId known =
        words_.try_emplace(std::string(word), number).first->second;
    nodes_[node].longer = true;
    const auto made = static_cast<uint32_t>(nodes_.size());
    const auto [edge, is_new] = next_.try_emplace(Edge(node, known), made);
    if (is_new) nodes_.emplace_back();
    node = edge->second;
  }
  nodes_[node].term = id;
}

PhraseMap::WordId PhraseMap::Find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? kUnknown : found->second;
}

template <typename Visit>
void PhraseMap::ForEach(const std::vector<WordId>& words,
                        const Visit& visit) const {
  for (size_t begin = 0; begin < words.size(); ++begin) {
    uint32_t node = 0;
    for (size_t i = begin; i < words.size() && nodes_[node].longer; ++i) {
      if (words[i] == kUnknown) break;
      const auto edge = next_.find(Edge(node, words[i]));
      if (edge == next_.end()) break;
      node = edge->second;
      if (nodes_[node].term >= 0) visit(nodes_[node].term);
    }
  }
}

uint64_t PhraseMap::Count(const std::vector<WordId>& words) const {
  uint64_t count = 0;
  ForEach(words, [&](int) { ++count; });
  return count;
}

std::vector<int> PhraseMap::Find(const std::vector<WordId>& words) const {
  std::vector<int> found;
  ForEach(words, [&](int term) { found.push_back(term); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<PhraseMap::WordId> PhraseMap::Words(std::string_view spaced) const {
  std::vector<WordId> words;
  for (size_t begin = 1; begin < spaced.size();) {
    const size_t end = spaced.find(' ', begin);
    words.push_back(Find(spaced.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

}  // namespace saring::speed
