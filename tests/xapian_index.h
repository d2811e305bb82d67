// Databases of titles on the disk, as a policy tags them, for the tests of
// re-tagging.

#ifndef SARING_TESTS_XAPIAN_INDEX_H_
#define SARING_TESTS_XAPIAN_INDEX_H_

#include <saring/xapian_retag.h>

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/xapian_catalogue.h"

namespace saring {

// The title is all of a document's data.
inline xapian::ReadListing TitlesOfData() {
  return [title = std::string()](const Xapian::Document& document) mutable {
    title = document.get_data();
    xapian::Listing listing;
    listing.title = title;
    return listing;
  };
}

// Every document but manifests, whole.
inline std::map<std::string, std::string> Contents(const Xapian::Database& db) {
  std::map<std::string, std::string> contents;
  for (auto id = db.postlist_begin(""); id != db.postlist_end(""); ++id) {
    const Xapian::Document document = db.get_document(*id);
    if (document.get_data().empty()) continue;
    contents[std::to_string(*id)] = document.serialise();
  }
  return contents;
}

inline bool IsCurrent(const Policy& policy, const Xapian::Database& db) {
  return xapian::CheckFreshness(policy.get(), db) ==
         xapian::Freshness::kCurrent;
}

inline std::vector<std::string> RandomTitles(unsigned seed, size_t count) {
  std::mt19937 rng(seed);
  std::vector<std::string> titles(count);
  for (std::string& title : titles) title = RandomWords(&rng, 6);
  return titles;
}

// A database of `titles` on the disk as `policy` tags it; NULL tags nothing.
// Words have positions, which must stay.
class Index {
 public:
  Index(const std::vector<std::string>& titles, const saring_policy* policy) {
    Xapian::WritableDatabase db(path(), Xapian::DB_CREATE);
    std::optional<xapian::Tagger> tagger;
    if (policy) tagger.emplace(policy);
    for (const std::string& title : titles) {
      Xapian::Document document = MakeDocument(title);
      document.add_posting("kata", 7);
      xapian::Listing listing;
      listing.title = title;
      if (tagger) tagger->Tag(listing, &document);
      db.add_document(document);
    }
    if (policy) xapian::WriteManifest(policy, &db);
    db.commit();
  }

  std::string path() const { return dir_.At("db"); }
  Xapian::Database Read() const { return Xapian::Database(path()); }
  Xapian::WritableDatabase Write() const {
    return Xapian::WritableDatabase(path(), Xapian::DB_OPEN);
  }

 private:
  TempDir dir_;
};

// Rules by their place in AllRules(): 0 hides used fashion, 1 bales, 4 demotes
// thrift, 6 only marks stickers.
inline std::vector<RuleText> RulesAt(const std::vector<size_t>& places) {
  std::vector<RuleText> rules;
  for (const size_t place : places) rules.push_back(AllRules()[place]);
  return rules;
}

inline xapian::RetagReport Retag(
    const Policy& policy, const Xapian::WritableDatabase& db,
    Xapian::doccount batch = xapian::Retagger::kBatch) {
  xapian::Retagger retagger(policy.get(), db, TitlesOfData(), xapian::Tags(),
                            batch);
  while (retagger.Step()) {
  }
  CHECK_FALSE(retagger.Step());
  return retagger.report();
}

}  // namespace saring

#endif  // SARING_TESTS_XAPIAN_INDEX_H_
