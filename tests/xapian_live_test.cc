// By a live policy: each search, listing and suggestion is decided by the
// newest good one, and no manifest says of a database what is not so.

#include <saring/xapian_page.h>

#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "tests/xapian_live_index.h"

namespace saring {
namespace {

struct Change {
  const char* why;
  std::function<void(Live*)> happens;
  std::string hidden;  // from then on; "": nothing
};

const Change kChanges[] = {
    {"as it was opened", [](Live*) {}, "baju"},
    {"another good one",
     [](Live* live) { live->Write(Hiding("jaket", "2")), live->Reload(); },
     "jaket"},
    {"a file at fault keeps the good one",
     [](Live* live) { live->Write(kAtFault), live->Reload(); }, "jaket"},
    {"switched off", [](Live* live) { saring_live_enforce(live->get(), 0); },
     ""},
    {"and on", [](Live* live) { saring_live_enforce(live->get(), 1); },
     "jaket"},
    {"a good one again",
     [](Live* live) { live->Write(Hiding("baju", "3")), live->Reload(); },
     "baju"},
};

TEST_CASE("Each call is decided by the newest good policy", "[xapian][live]") {
  Live live;
  REQUIRE(live.Open() == SARING_OK);
  xapian::Interceptor interceptor(live.get());
  xapian::Tagger tagger(live.get());
  xapian::SuggestionFilter filter(live.get());
  const ScratchHandle scratch(saring_scratch_create());
  const Xapian::WritableDatabase db = InMemory();
  for (const Change& change : kChanges) {
    CAPTURE(change.why);
    change.happens(&live);
    const std::string newest = saring_policy_fingerprint(
        saring_live_policy(live.get(), scratch.get()));
    for (const std::string word : {"baju", "jaket", "meja"}) {
      CAPTURE(word);
      const bool hidden = word == change.hidden;
      const auto found = interceptor.Intercept(word, ParseAny, db);
      CHECK((found.action == SARING_HIDE) == hidden);
      CHECK(found.fingerprint == newest);
      Xapian::Document document;
      CHECK((tagger.Tag(Titled(word), &document) == SARING_HIDE) == hidden);
      CHECK(saring_policy_fingerprint(tagger.policy()) == newest);
      CHECK(filter.Allows(word) == !hidden);
    }
  }
}

TEST_CASE("A fixed policy says by which it decides, too", "[xapian]") {
  const Policy policy = MakePolicy();
  const std::string fingerprint = saring_policy_fingerprint(policy.get());
  xapian::Interceptor interceptor(policy.get());
  CHECK(interceptor.Intercept("baju", ParseAny, InMemory()).fingerprint ==
        fingerprint);
  CHECK(saring_policy_fingerprint(xapian::Tagger(policy.get()).policy()) ==
        fingerprint);
}

std::vector<Xapian::docid> FoundBy(const xapian::Interception& found,
                                   const Xapian::Database& db) {
  Xapian::Enquire enquire(db);
  enquire.set_query(found.query);
  found.ApplyOrder(&enquire);
  const Xapian::MSet all = enquire.get_mset(0, 10);
  std::vector<Xapian::docid> ids;
  for (auto at = all.begin(); at != all.end(); ++at) ids.push_back(*at);
  return ids;
}

struct OffCase {
  const char* why;
  xapian::Order order;
  std::vector<Xapian::docid> on, off;
};

TEST_CASE("While it is switched off tags hide and demote nothing",
          "[xapian][live]") {
  constexpr Xapian::valueno kPrice = 5;
  const OffCase kCases[] = {
      {"raised weights", {xapian::Demotion::kStrict}, {3, 1}, {1, 2, 3}},
      {"by the slot", {xapian::Demotion::kBySlot}, {3, 1}, {1, 2, 3}},
      {"by price, the highest first",
       {xapian::Demotion::kStrict, kPrice, true},
       {3, 1},
       {2, 1, 3}},
  };
  Live live;
  REQUIRE(live.Open() == SARING_OK);
  xapian::Interceptor interceptor(live.get());
  const xapian::Tags tags;
  Xapian::WritableDatabase db = InMemory();
  for (Xapian::docid id = 1; id <= 3; ++id) {
    Xapian::Document document;
    document.add_term("meja", 4 - id);  // the first weighs most
    document.add_boolean_term(tags.Tagged());
    if (id == 1) {
      document.add_boolean_term(tags.Demote());
      document.add_value(tags.demotion_slot, "1");
    }
    if (id == 2) document.add_boolean_term(tags.Hide());
    document.add_value(kPrice, Xapian::sortable_serialise(id == 2   ? 30
                                                          : id == 1 ? 20
                                                                    : 10));
    db.add_document(document);
  }
  for (const OffCase& c : kCases) {
    CAPTURE(c.why);
    const auto found = [&] {
      const auto one = interceptor.Intercept(
          "meja", [](const std::string& text) { return Xapian::Query(text); },
          db, c.order);
      CHECK(one.enforced == (live.State().enforced != 0));
      CHECK(one.stale == one.enforced);  // there is no manifest
      return FoundBy(one, db);
    };
    CHECK(found() == c.on);
    REQUIRE(saring_live_enforce(live.get(), 0) == SARING_OK);
    CHECK(found() == c.off);
    REQUIRE(saring_live_enforce(live.get(), 1) == SARING_OK);
    CHECK(found() == c.on);
  }
}

struct History {
  const char* why;
  std::function<void(LiveIndex*)> happens;  // to two listings and a manifest
  bool current;                             // for the newest policy
};

const History kHistories[] = {
    {"nothing", [](LiveIndex*) {}, true},
    {"documents by the same policy",
     [](LiveIndex* index) { index->Add("baju"), index->Replace(1, "meja"); },
     true},
    {"another policy, and no document",
     [](LiveIndex* index) { index->Hide("jaket"); }, false},
    {"there and back, and no document",
     [](LiveIndex* index) { index->Hide("jaket"), index->Hide("baju"); }, true},
    {"a document by another policy",
     [](LiveIndex* index) { index->Hide("jaket"), index->Add("jaket"); },
     false},
    {"there and back, and a document between: it is shown by its tags, and "
     "would not be by the policy",
     [](LiveIndex* index) {
       index->Hide("jaket"), index->Add("baju"), index->Hide("baju");
     },
     false},
    {"a document replaced between",
     [](LiveIndex* index) {
       index->Hide("jaket"), index->Replace(1, "baju"), index->Hide("baju");
     },
     false},
    {"a document while it was switched off",
     [](LiveIndex* index) {
       saring_live_enforce(index->live().get(), 0);
       index->Add("baju");
       saring_live_enforce(index->live().get(), 1);
     },
     false},
    {"a file at fault meanwhile",
     [](LiveIndex* index) {
       index->live().Write(kAtFault), index->live().Reload();
       index->Add("baju");
     },
     true},
};

TEST_CASE("A manifest stays true while the policy changes", "[xapian][live]") {
  for (const History& c : kHistories) {
    DYNAMIC_SECTION(c.why) {
      LiveIndex index;
      index.Add("baju");
      index.Add("meja");
      xapian::WriteManifest(index.Newest(), &index.db());
      REQUIRE(index.IsCurrent());
      c.happens(&index);
      CHECK(index.IsCurrent() == c.current);
      if (c.current) CHECK(index.IsTaggedByNewest());
      xapian::Interceptor interceptor(index.live().get());
      CHECK(interceptor.Intercept("meja", ParseAny, index.db()).stale ==
            !c.current);
      index.Retag();
      CHECK(index.IsCurrent());
      CHECK(index.IsTaggedByNewest());
    }
  }
}

}  // namespace
}  // namespace saring
