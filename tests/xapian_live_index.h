// A database that a host fills by a live policy, for the tests of both.

#ifndef SARING_TESTS_XAPIAN_LIVE_INDEX_H_
#define SARING_TESTS_XAPIAN_LIVE_INDEX_H_

#include <string>
#include <string_view>

#include "tests/live.h"
#include "tests/xapian_index.h"

namespace saring {

inline xapian::Listing Titled(std::string_view title) {
  xapian::Listing listing;
  listing.title = title;
  return listing;
}

// The policy hides `baju` at first. As the README has it, each document is
// tagged by the newest policy, and no manifest is left that it would belie.
class LiveIndex {
 public:
  LiveIndex()
      : db_(dir_.At("db"), Xapian::DB_CREATE),
        opened_(live_.Open()),
        tagger_(live_.get()) {
    REQUIRE(opened_ == SARING_OK);
  }

  Live& live() { return live_; }
  Xapian::WritableDatabase& db() { return db_; }
  const Xapian::Database Read() const {
    return Xapian::Database(dir_.At("db"));
  }

  // From now on `word` is hidden, and nothing else.
  void Hide(const std::string& word) {
    live_.Write(Hiding(word, "1"));
    REQUIRE(live_.Reload() == SARING_OK);
  }

  void Add(const std::string& title) { db_.add_document(Tagged(title)); }
  void Replace(Xapian::docid id, const std::string& title) {
    db_.replace_document(id, Tagged(title));
  }

  const saring_policy* Newest() {
    return saring_live_policy(live_.get(), scratch_.get());
  }
  bool IsCurrent() {
    return xapian::CheckFreshness(Newest(), db_) == xapian::Freshness::kCurrent;
  }

  // Tags all again by the newest policy.
  void Retag() {
    xapian::Retagger retagger(Newest(), db_, TitlesOfData(), {}, 10);
    while (retagger.Step()) {
    }
  }

  // Whether each document has the tags of the newest policy, and no others.
  bool IsTaggedByNewest() {
    const xapian::RetagReport report =
        xapian::PreviewRetag(Newest(), db_, TitlesOfData());
    return report.written == 0;
  }

 private:
  Xapian::Document Tagged(const std::string& title) {
    Xapian::Document document = MakeDocument(title);
    tagger_.Tag(Titled(title), &document);
    xapian::EraseOtherManifest(tagger_.policy(), &db_);
    return document;
  }

  TempDir dir_;
  Live live_;
  Xapian::WritableDatabase db_;
  const saring_status opened_;
  xapian::Tagger tagger_;
  ScratchHandle scratch_ = ScratchHandle(saring_scratch_create());
};

}  // namespace saring

#endif  // SARING_TESTS_XAPIAN_LIVE_INDEX_H_
