#include "plugin/cli/index_writer.h"

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "plugin/cli/database.h"
#include "plugin/cli/listing_data.h"

namespace saring::cli {
namespace {

constexpr Xapian::termcount kTitleWeight = 3;

// Xapian takes terms of 245 bytes, a NUL counting as two.
constexpr size_t kMaxIdBytes = 240;

std::string IdTerm(const Row& row) { return 'Q' + row[Field::kId]; }

void WriteStub(const std::string& folder, int shards) {
  const std::string path = folder + '/' + kStubName;
  errno = 0;
  std::ofstream stub(path);
  for (int i = 1; i <= shards; ++i) stub << "auto " << ShardName(i) << '\n';
  stub.close();
  if (!stub) throw Failure("cannot write " + path + ": " + ErrnoText(errno));
}

}  // namespace

IndexWriter::IndexWriter(const std::string& folder, int shards,
                         const saring_policy* policy)
    : policy_(policy) {
  if (policy_ != nullptr) {
    tagger_ = std::make_unique<saring::xapian::Tagger>(policy_);
  }
  if (shards == 0) {
    shards_.emplace_back(folder, Xapian::DB_CREATE);
    return;
  }
  WriteStub(folder, shards);
  for (int i = 1; i <= shards; ++i) {
    shards_.emplace_back(folder + '/' + ShardName(i), Xapian::DB_CREATE);
  }
}

std::string IndexWriter::FaultOf(const Row& row) const {
  const std::string& id = row[Field::kId];
  const std::string& price = row[Field::kPrice];
  if (id.empty()) return "no id";
  const auto nuls = static_cast<size_t>(std::count(id.begin(), id.end(), '\0'));
  if (id.size() + nuls > kMaxIdBytes) {
    return "an id longer than " + std::to_string(kMaxIdBytes) + " bytes";
  }
  if (!price.empty() && !ParsePrice(price)) {
    return "the price '" + price + "' is not a number";
  }
  for (const Xapian::WritableDatabase& shard : shards_) {
    if (shard.term_exists(IdTerm(row))) {
      return "the id '" + id + "' stands in an earlier row, which is kept";
    }
  }
  return "";
}

saring_action IndexWriter::Add(const Row& row) {
  Xapian::Document document = MakeDocument(row);
  saring_action action = SARING_SHOW;
  if (tagger_ != nullptr) {
    action = tagger_->Tag(
        {row[Field::kId], row[Field::kText], row[Field::kDescription],
         row[Field::kCategory], row[Field::kCondition], row[Field::kSeller]},
        &document);
  }
  shards_[added_ % shards_.size()].add_document(document);
  ++added_;
  return action;
}

Xapian::Document IndexWriter::MakeDocument(const Row& row) {
  Xapian::Document document;
  terms_.set_document(document);
  terms_.set_termpos(0);
  terms_.index_text(row[Field::kText], kTitleWeight);
  terms_.increase_termpos();
  terms_.index_text(row[Field::kDescription]);
  document.add_boolean_term(IdTerm(row));
  if (const auto price = ParsePrice(row[Field::kPrice])) {
    document.add_value(kPriceSlot, Xapian::sortable_serialise(*price));
  }
  document.set_data(ListingData(row));
  return document;
}

void IndexWriter::Finish() {
  for (Xapian::WritableDatabase& shard : shards_) {
    if (policy_ != nullptr) saring::xapian::WriteManifest(policy_, &shard);
    shard.commit();
    shard.close();
  }
}

}  // namespace saring::cli
