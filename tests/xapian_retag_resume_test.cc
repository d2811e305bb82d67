// Re-tagging that is broken off, and documents that come and go meanwhile; here
// and through a server.

#include <saring/xapian_retag.h>

#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/xapian_index.h"
#include "tests/xapian_servers.h"

namespace saring {
namespace {

using xapian::Listing;
using xapian::PreviewRetag;
using xapian::Retagger;
using xapian::RetagReport;
using xapian::Tags;
using xapian::WriteManifest;

// Opens what `index` holds: here, or behind a server.
class Door {
 public:
  Door(const Index& index, bool remote) : index_(index) {
    if (remote) server_.emplace(index.path(), /*writable=*/true);
  }
  Xapian::WritableDatabase Write() const {
    return server_ ? server_->OpenWritable() : index_.Write();
  }
  Xapian::Database Read() const {
    return server_ ? server_->Open() : index_.Read();
  }

 private:
  const Index& index_;
  std::optional<XapianServer> server_;
};

TEST_CASE("A run that was broken off is taken up, here and remotely",
          "[xapian][remote]") {
  const bool remote = GENERATE(false, true);
  const unsigned seed = GENERATE(range(0u, 4u));
  CAPTURE(remote, seed);
  std::mt19937 rng(seed);
  const std::vector<std::string> titles = RandomTitles(seed, 300);
  const Policy older = MakePolicy(RulesAt({0, 4}));
  const Policy today = MakePolicy(RulesAt({1, 4, 5}));
  const Index index(titles, older.get());
  const Index fresh(titles, today.get());
  const Door door(index, remote);

  const auto run = [&](const Policy& policy, int steps) {
    Retagger retagger(policy.get(), door.Write(), TitlesOfData(), Tags(), 40);
    for (int i = 0; i < steps && retagger.Step(); ++i) {
    }
    return retagger.report();
  };
  // A batch is there or not; the shard is current for nobody.
  const int steps = 1 + static_cast<int>(rng() % 6);
  const RetagReport first = run(today, steps);
  CHECK_FALSE(IsCurrent(today, door.Read()));
  CHECK_FALSE(IsCurrent(older, door.Read()));

  SECTION("by the same policy it goes on") {
    const RetagReport second = run(today, 1000);
    CHECK(second.resumed_after > 0);
    CHECK(first.documents + second.documents == titles.size());
  }
  SECTION("by another it starts over") {
    run(older, 1000);
    CHECK(IsCurrent(older, door.Read()));
    const RetagReport last = run(today, 1000);
    CHECK(last.resumed_after == 0);
    CHECK(last.documents == titles.size());
  }
  SECTION("two policies in turn, each broken off") {
    for (int i = 0; i < 4; ++i) run(i % 2 ? today : older, 1 + i);
    run(today, 1000);
  }
  CHECK(IsCurrent(today, door.Read()));
  CHECK(Contents(index.Read()) == Contents(fresh.Read()));
  CHECK(Retag(today, door.Write()).current);
}

TEST_CASE("A place that is kept means nothing after tagging from the start",
          "[xapian]") {
  const std::vector<std::string> titles = RandomTitles(1, 100);
  const Policy older = MakePolicy(RulesAt({0}));
  const Policy today = MakePolicy(RulesAt({4, 5}));
  const Index index(titles, older.get());
  {
    Retagger retagger(today.get(), index.Write(), TitlesOfData(), Tags(), 50);
    REQUIRE(retagger.Step());
  }
  // A host that tags all of it by the older policy again.
  Xapian::WritableDatabase db = index.Write();
  xapian::Tagger tagger(older.get());
  for (Xapian::docid id = 1; id <= titles.size(); ++id) {
    Xapian::Document document = db.get_document(id);
    Listing listing;
    listing.title = titles[id - 1];
    tagger.Tag(listing, &document);
    db.replace_document(id, document);
  }
  WriteManifest(older.get(), &db);
  db.commit();
  const RetagReport report = Retag(today, db);
  CHECK(report.resumed_after == 0);
  CHECK(Contents(db) == Contents(Index(titles, today.get()).Read()));
}

TEST_CASE("Documents come and go between the steps", "[xapian][remote]") {
  const bool remote = GENERATE(false, true);
  CAPTURE(remote);
  const std::vector<std::string> titles = RandomTitles(5, 120);
  const Policy older = MakePolicy(RulesAt({0}));
  const Policy today = MakePolicy(RulesAt({4, 5}));
  const Index index(titles, older.get());
  const Door door(index, remote);
  Xapian::WritableDatabase db = door.Write();
  Retagger retagger(today.get(), db, TitlesOfData(), Tags(), 25);
  std::mt19937 rng(5);
  for (Xapian::docid id = 2; retagger.Step(); id += 20) {
    if (id < 120) db.delete_document(id);
    if (id < 118) db.delete_document(id + 1);
    // Documents without tags, as an indexer without the plugin adds them: the
    // run comes to them in the end.
    if (id < 120) db.add_document(MakeDocument(RandomWords(&rng, 6)));
  }
  CHECK(IsCurrent(today, door.Read()));
  const Xapian::Database read = index.Read();
  CHECK(read.get_termfreq("XSARING:tagged") + 1 == read.get_doccount());
  CHECK(PreviewRetag(today.get(), read, TitlesOfData()).written == 0);
}

}  // namespace
}  // namespace saring
