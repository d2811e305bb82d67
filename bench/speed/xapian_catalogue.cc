#include "bench/speed/xapian_catalogue.h"

#include "bench/speed/clocks.h"
#include "bench/speed/corpora.h"

namespace saring::speed {
namespace {

constexpr size_t kChunk = 20'000;  // titles between two commits

}  // namespace

Strings MakeCatalogue(size_t count, const Vocabulary& vocabulary) {
  static const Strings kHidden = {"jaket bekas", "celana second",
                                  "kemeja seken", "balpres"};
  static const Strings kDemoted = {"jaket bekas lokal", "kemeja preloved",
                                   "celana second milik sendiri"};
  Strings titles = MakeTitles(count, vocabulary, 8);
  Dice dice(9);
  for (std::string& title : titles) {
    const size_t kind = dice.Below(1000);
    if (kind < 12) title = dice.Pick(kHidden) + " " + title;
    if (kind >= 972) title = dice.Pick(kDemoted) + " " + title;
  }
  return titles;
}

std::string ShardedIndex::ShardPath(const std::filesystem::path& folder,
                                    size_t shard) {
  return (folder / ("shard" + std::to_string(shard))).string();
}

ShardedIndex::ShardedIndex(const std::filesystem::path& folder,
                           const saring_policy* policy)
    : folder_(folder), policy_(policy) {
  if (policy != nullptr) tagger_.emplace(policy);
  std::filesystem::create_directories(folder);
  for (size_t i = 0; i < kShards; ++i) {
    shards_.emplace_back(ShardPath(folder, i), Xapian::DB_CREATE);
  }
}

double ShardedIndex::Add(const Strings& titles) {
  const double begin = ThreadNs();
  for (size_t i = 0; i < titles.size(); ++i) {
    Xapian::Document document;
    terms_.set_document(document);
    terms_.set_termpos(0);
    terms_.index_text(titles[i]);
    document.set_data(titles[i]);
    if (tagger_) {
      saring::xapian::Listing listing;
      listing.title = titles[i];
      const saring_action action = tagger_->Tag(listing, &document);
      hidden_ += action == SARING_HIDE;
      demoted_ += action == SARING_DEMOTE;
    }
    shards_[i % kShards].add_document(document);
    if ((i + 1) % kChunk == 0) Commit();
  }
  Commit();
  return ThreadNs() - begin;
}

void ShardedIndex::Commit() {
  for (Xapian::WritableDatabase& shard : shards_) shard.commit();
}

void ShardedIndex::MergeTo(const std::filesystem::path& merged) {
  Xapian::Database all;
  for (size_t i = 0; i < kShards; ++i) {
    all.add_database(Xapian::Database(ShardPath(folder_, i)));
  }
  all.compact(merged.string());
  Xapian::WritableDatabase whole(merged.string(), Xapian::DB_OPEN);
  saring::xapian::WriteManifest(policy_, &whole);
  whole.commit();
  for (Xapian::WritableDatabase& shard : shards_) {
    saring::xapian::WriteManifest(policy_, &shard);
    shard.commit();
    shard.close();
  }
}

}  // namespace saring::speed
