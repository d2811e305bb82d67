#include "bench/speed/targets.h"

namespace saring::speed {

const std::vector<Target>& Targets() {
  static const std::vector<Target> kTargets = {
      {"full_warm_1k", "full verdict / (normalizeUTF8 + Hyperscan), 1k", 0.60},
      {"full_warm_10k", "the same, 10k terms", 0.55},
      {"full_warm_100k", "the same, 100k terms", 0.55},
      {"full_emptied_1k", "word cache emptied before each round, 1k", 0.80},
      {"full_emptied_10k", "the same, 10k terms", 0.75},
      {"full_emptied_100k", "the same, 100k terms", 0.70},
      {"full_uncached_1k", "without any cache, 1k terms", 1.3},
      {"full_uncached_10k", "the same, 10k terms", 1.2},
      {"full_uncached_100k", "the same, 100k terms", 1.0},
      {"ascii_fold_10k", "full verdict / (ASCII fold + Hyperscan), 10k", 1.3},
      {"ascii_fold_100k", "the same, 100k terms", 0.85},
      {"growth_10k", "10k terms / 1k terms", 1.2},
      {"growth_100k", "100k terms / 1k terms", 1.6},
      {"growth_1m", "1M terms / 1k terms", 2.2},
      {"floor_2_10k", "full verdict / floor 2, 10k terms", 4.2},
      {"non_ascii_10k", "non-ASCII titles / normalizeUTF8 alone, 10k", 2.2},
      {"queries_10k", "queries / (normalizeUTF8 + Hyperscan), 10k", 0.73},
      {"disguised", "all words disguised / clean of same length", 6},
      {"disguised_ascii", "the same, ASCII disguises only", 6},
      {"stock_parts_10k", "plugin of stock parts / full verdict, 10k", 12,
       true},
      {"compile_100k", "reloading 100k terms / Hyperscan's compile", 1.0 / 25},
      {"load_yaml_1m_s", "YAML and a list of 1M lines to a policy, s", 3},
      {"load_image_1m_ms", "image of 1M terms to a policy, ms", 30},
      {"memory_100k_mb", "memory of 100k terms, MB", 16},
      {"memory_1m_mb", "memory of 1M terms, MB", 140},
      {"worst_2kb_ns_per_byte", "worst shape of 2 KB, ns a byte", 25},
      {"worst_64kb_ns_per_byte", "worst shape of 64 KB, ns a byte", 25},
      {"reload_p99", "p99 while 100k terms are reloaded / p99 without", 1.15},
      {"current_policy_ns", "getting at the current policy, ns", 5},
      {"counted_10k", "with all verdicts counted / without", 1.05},
      {"watched_10k", "with all decisions counted and logged / without", 1.05},
      {"two_threads", "two threads / one, titles a second", 1.9, true},
      {"xapian_and", "search with hiding and demotion / plain, AND, p50", 1.2},
      {"xapian_or", "the same, OR", 1.5},
      {"xapian_shards_and", "the same, two stock shards, AND", 1.15},
      {"xapian_indexing", "indexing with the plugin / without", 1.03},
  };
  return kTargets;
}

}  // namespace saring::speed
