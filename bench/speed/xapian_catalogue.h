// A catalogue in Xapian, with tags and without.

#ifndef SARING_BENCH_SPEED_XAPIAN_CATALOGUE_H_
#define SARING_BENCH_SPEED_XAPIAN_CATALOGUE_H_

#include <saring/xapian.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/speed/vocabulary.h"

namespace saring::speed {

inline constexpr size_t kShards = 2;

// Titles of which about 1.2 in a hundred are to be hidden and 2.8 demoted.
Strings MakeCatalogue(size_t count, const Vocabulary& vocabulary);

// A new database of two shards that titles are added to in turn.
class ShardedIndex {
 public:
  // Tags what is added unless `policy` is NULL, which must live as long.
  ShardedIndex(const std::filesystem::path& folder,
               const saring_policy* policy);

  // Adds `titles`, and commits now and then. Returns thread CPU time, in ns.
  double Add(const Strings& titles);

  // How many were hidden and demoted.
  size_t hidden() const { return hidden_; }
  size_t demoted() const { return demoted_; }

  // The shards as one database without shards, with a manifest; the shards get
  // theirs too. Call it once, last.
  void MergeTo(const std::filesystem::path& merged);

  static std::string ShardPath(const std::filesystem::path& folder,
                               size_t shard);

 private:
  void Commit();

  std::filesystem::path folder_;
  const saring_policy* policy_;
  std::optional<saring::xapian::Tagger> tagger_;
  Xapian::TermGenerator terms_;
  std::vector<Xapian::WritableDatabase> shards_;
  size_t hidden_ = 0, demoted_ = 0;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_XAPIAN_CATALOGUE_H_
