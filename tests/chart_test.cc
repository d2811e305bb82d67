// The chart against the slow and obvious search, on random lattices.

#include "plugin/engine/chart.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <tuple>
#include <vector>

namespace saring {
namespace {

struct Edge {
  uint32_t from, to;
  uint32_t word;
};

using Found = std::set<std::tuple<PatternId, uint32_t, uint32_t>>;

// Follows every path of the lattice from `node` that spells `pattern` from its
// element `at` on.
void FollowPaths(const std::vector<Edge>& edges, const Pattern& pattern,
                 PatternId id, size_t at, uint32_t start, uint32_t node,
                 Found* found) {
  if (at == pattern.size()) {
    found->insert({id, start, node});
    return;
  }
  for (const Edge& edge : edges) {
    if (edge.from == node && Symbol::OfWord(edge.word) == pattern[at]) {
      FollowPaths(edges, pattern, id, at + 1, start, edge.to, found);
    }
  }
}

Pattern RandomPattern(std::mt19937* rng) {
  Pattern pattern(1 + (*rng)() % 4, Symbol::OfNumber());
  for (Symbol& symbol : pattern) symbol = Symbol::OfWord(1 + (*rng)() % 3);
  return pattern;
}

// Words one after the other, and some longer readings beside them.
std::vector<Edge> RandomLattice(std::mt19937* rng, uint32_t nodes) {
  std::vector<Edge> edges;
  for (uint32_t node = 0; node + 1 < nodes; ++node) {
    const uint32_t readings = 1 + (*rng)() % 3;
    for (uint32_t r = 0; r < readings; ++r) {
      const uint32_t most = std::min<uint32_t>(3, nodes - 1 - node);
      const auto to =
          static_cast<uint32_t>(node + 1 + (r ? (*rng)() % most : 0));
      edges.push_back({node, to, static_cast<uint32_t>(1 + (*rng)() % 4)});
    }
  }
  return edges;
}

TEST_CASE("Chart finds what a search along every path finds", "[chart]") {
  const unsigned seed = GENERATE(range(0u, 500u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  std::vector<Pattern> patterns(1 + seed % 6);
  PatternTrie::Builder builder;
  for (size_t p = 0; p < patterns.size(); ++p) {
    patterns[p] = RandomPattern(&rng);
    builder.Add(patterns[p], {static_cast<PatternId>(p), 0});
  }
  const PatternTrie trie(std::move(builder));
  const uint32_t nodes = 1 + rng() % 12;
  const std::vector<Edge> edges = RandomLattice(&rng, nodes);

  Found expected;
  for (size_t p = 0; p < patterns.size(); ++p) {
    for (uint32_t node = 0; node < nodes; ++node) {
      FollowPaths(edges, patterns[p], static_cast<PatternId>(p), 0, node, node,
                  &expected);
    }
  }

  Chart chart;
  std::vector<Chart::Match> matches;
  chart.Reset(nodes, edges.size() + 1 == nodes, Chart::Follow::kAll);
  for (const Edge& edge : edges) {
    chart.Advance(trie, edge.from, edge.to, Symbol::OfWord(edge.word), 0,
                  &matches);
  }
  Found actual;
  for (const Chart::Match& match : matches) {
    actual.insert({match.pattern, match.from, match.to});
  }
  CHECK((actual == expected));
  CHECK(matches.size() == actual.size());  // each once, however often read
}

TEST_CASE("A pattern that can be read in very many ways is followed once",
          "[chart]") {
  // 15 words, each readable in 8 ways that are all in the pattern: 8^15 paths.
  const Symbol word = Symbol::OfWord(1);
  PatternTrie::Builder builder;
  builder.Add(Pattern(15, word), {0, 0});
  const PatternTrie trie(std::move(builder));
  Chart chart;
  std::vector<Chart::Match> matches;
  chart.Reset(16, false, Chart::Follow::kAll);
  for (uint32_t node = 0; node < 15; ++node) {
    for (int reading = 0; reading < 8; ++reading) {
      chart.Advance(trie, node, node + 1, word, 0, &matches);
    }
  }
  CHECK(matches.size() == 1);
}

}  // namespace
}  // namespace saring
