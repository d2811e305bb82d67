// Re-tagging while a host goes on to index by a live policy.

#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/xapian_live_index.h"

namespace saring {
namespace {

using xapian::Retagger;

constexpr size_t kOld = 60;

// A listing of a new policy among the old ones; of one in two, the word that it
// hides.
std::string TitleOf(std::mt19937* rng) {
  static const char* const kWords[] = {"baju", "jaket", "meja", "kursi"};
  return std::string(kWords[(*rng)() % 4]) + " murah";
}

// The listings that a search shows.
std::set<Xapian::docid> Shown(const Xapian::Database& db,
                              xapian::Interceptor* interceptor) {
  const DocIds ids = Search(db, interceptor->Intercept("murah", ParseAny, db));
  return {ids.begin(), ids.end()};
}

TEST_CASE("What is indexed after a reload never shows what it prohibits",
          "[xapian][live]") {
  const unsigned seed = GENERATE(range(0u, 5u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  LiveIndex index;
  for (size_t i = 0; i < kOld; ++i) index.Add(TitleOf(&rng));
  xapian::WriteManifest(index.Newest(), &index.db());
  index.db().commit();
  index.Hide("jaket");

  xapian::Interceptor interceptor(index.live().get());
  std::set<Xapian::docid> prohibited;  // of the documents since
  const auto write = [&] {
    const std::string title = TitleOf(&rng);
    Xapian::docid id = 1 + static_cast<Xapian::docid>(rng() % kOld);
    if (rng() % 2 == 0) {
      index.Replace(id, title);
    } else {
      index.Add(title);
      id = index.db().get_lastdocid();
    }
    prohibited.erase(id);
    if (title == "jaket murah") prohibited.insert(id);
  };
  const auto none_shows = [&] {
    for (const Xapian::docid id : Shown(index.db(), &interceptor)) {
      if (prohibited.count(id) > 0) return false;
    }
    return true;
  };

  for (int i = 0; i < 20; ++i) write();
  CHECK(none_shows());
  CHECK_FALSE(index.IsCurrent());
  Retagger retagger(index.Newest(), index.db(), TitlesOfData(), {}, 7);
  for (int writes = 30; retagger.Step();) {
    CHECK_FALSE(index.IsCurrent());
    for (int i = 0; i < 3 && writes > 0; ++i, --writes) write();
    CHECK(none_shows());
  }
  for (int i = 0; i < 20; ++i) write();
  CHECK(none_shows());
  CHECK(!prohibited.empty());
  CHECK(index.IsTaggedByNewest());
  CHECK(index.IsCurrent());
}

struct Turn {
  const char* why;
  std::function<void(LiveIndex*)> happens;  // half way through a run
  bool goes_on;
};

const Turn kTurns[] = {
    {"nothing", [](LiveIndex*) {}, true},
    {"documents by the policy of the run",
     [](LiveIndex* index) { index->Replace(1, "jaket"), index->Add("baju"); },
     true},
    {"the policy moves on, and no document yet",
     [](LiveIndex* index) { index->Hide("lemari"); }, true},
    {"the policy moves on, and a document that is done is replaced",
     [](LiveIndex* index) {
       index->Hide("lemari"), index->Replace(1, "jaket");
     },
     false},
    {"and comes back",
     [](LiveIndex* index) {
       index->Hide("lemari"), index->Replace(1, "jaket"), index->Hide("jaket");
     },
     false},
    {"it is switched off and on meanwhile",
     [](LiveIndex* index) {
       saring_live_enforce(index->live().get(), 0);
       index->Replace(1, "jaket");
       saring_live_enforce(index->live().get(), 1);
     },
     false},
};

// Of the two ways in which a run may end after the turn: it sees what happened
// itself, or is killed first and taken up by another.
TEST_CASE("A run ends when another policy tags meanwhile", "[xapian][live]") {
  const bool killed = GENERATE(false, true);
  for (const Turn& c : kTurns) {
    DYNAMIC_SECTION(c.why << (killed ? ", then a kill" : "")) {
      LiveIndex index;
      for (size_t i = 0; i < kOld; ++i) index.Add(i % 2 ? "baju" : "jaket");
      xapian::WriteManifest(index.Newest(), &index.db());
      index.Hide("jaket");
      {
        Retagger retagger(index.Newest(), index.db(), TitlesOfData(), {}, 20);
        REQUIRE(retagger.Step());
        c.happens(&index);
        if (!killed && c.goes_on) {
          while (retagger.Step()) {
          }
        } else if (!killed) {
          CHECK_THROWS_AS(retagger.Step(), xapian::Error);
        }
      }
      if (index.IsCurrent()) CHECK(index.IsTaggedByNewest());
      index.Retag();
      CHECK(index.IsCurrent());
      CHECK(index.IsTaggedByNewest());
    }
  }
}

}  // namespace
}  // namespace saring
