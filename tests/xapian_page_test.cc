// What a results page shows beside the results: suggestions, counts, facets,
// collapsed groups, full pages and cut-offs; here and over remote shards.

#include <saring/xapian_page.h>

#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/xapian_catalogue.h"
#include "tests/xapian_servers.h"

namespace saring {
namespace {

using xapian::CutoffWeight;
using xapian::Demotion;
using xapian::Interception;
using xapian::Interceptor;
using xapian::Order;
using xapian::SuggestionFilter;
using xapian::WriteManifest;
using Texts = std::vector<std::string>;

struct SuggestionCase {
  const char* why;
  const char* text;
  bool allowed;
};

const SuggestionCase kSuggestionCases[] = {
    {"an ordinary search", "jaket pria", true},
    {"one that corrects a slip to an ordinary word", "baju merah", true},
    {"a used thing that is no garment", "krim bekas", true},
    {"the excusing word alone", "bekas", true},
    {"listings that are demoted may be looked for", "kaos thrift", true},
    {"for review: a human looks, a search does not", "stiker", true},
    {"nothing", "", true},
    {"bytes that are no text", "\xff\xfe", true},
    {"a correction to what is prohibited", "baju bekas", false},
    {"disguised", "baju b3kas", false},
    {"with other words around it", "cari balpres murah", false},
    {"what is answered with nothing", "selundupan", false},
};

TEST_CASE("Prohibited suggestions are dropped, the others keep their order",
          "[xapian]") {
  const Policy policy = MakePolicy();
  SuggestionFilter filter(policy.get());
  Texts all, allowed;
  for (const SuggestionCase& c : kSuggestionCases) {
    CAPTURE(c.why);
    CHECK(filter.Allows(c.text) == c.allowed);
    all.push_back(c.text);
    if (c.allowed) allowed.push_back(c.text);
  }
  CHECK(filter.Keep(all) == allowed);
  CHECK(filter.Keep({}).empty());
  const saring_policy* const no_policy = nullptr;
  saring_live* const no_live = nullptr;
  CHECK_THROWS_AS(SuggestionFilter(no_policy), xapian::Error);
  CHECK_THROWS_AS(SuggestionFilter(no_live), xapian::Error);
}

// Two shards and their servers. Value 1 is a group, value 2 a colour.
class Shards {
 public:
  explicit Shards(const saring_policy* policy) {
    std::mt19937 rng(7);
    xapian::Tagger tagger(policy);
    for (const char* name : {"1", "2"}) {
      Xapian::WritableDatabase db(dir_.At(name), Xapian::DB_CREATE);
      for (int i = 0; i < 150; ++i) {
        const std::string title = RandomWords(&rng, 8);
        Xapian::Document document = MakeDocument(title);
        document.add_value(1, std::to_string(rng() % 12));
        document.add_value(2, std::to_string(rng() % 4));
        xapian::Listing listing;
        listing.title = title;
        tagger.Tag(listing, &document);
        db.add_document(document);
      }
      db.add_spelling("bekas");
      WriteManifest(policy, &db);
      db.commit();
    }
    first_.emplace(dir_.At("1"));
    second_.emplace(dir_.At("2"));
  }

  Xapian::Database Open(bool remote) const {
    Xapian::Database both =
        remote ? first_->Open() : Xapian::Database(dir_.At("1"));
    both.add_database(remote ? second_->Open()
                             : Xapian::Database(dir_.At("2")));
    return both;
  }

 private:
  TempDir dir_;
  std::optional<XapianServer> first_, second_;
};

// What a document is to a search: ordinary, demoted or hidden.
enum class Kind { kOrdinary, kDemoted, kHidden };

Kind KindOf(const Xapian::Document& document) {
  Kind kind = Kind::kOrdinary;
  for (auto term = document.termlist_begin(); term != document.termlist_end();
       ++term) {
    if (*term == "XSARING:hide") return Kind::kHidden;
    if (*term == "XSARING:demote") kind = Kind::kDemoted;
  }
  return kind;
}

const char* const kQueries[] = {"jaket", "merah krim", "pria", "kaos baju"};

Xapian::Enquire EnquireFor(const Xapian::Database& db,
                           const Interception& search) {
  Xapian::Enquire enquire(db);
  enquire.set_query(search.query);
  search.ApplyOrder(&enquire);
  return enquire;
}

TEST_CASE("Counts and facets know no hidden listing", "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const Shards shards(policy.get());
  Interceptor interceptor(policy.get());
  for (const bool remote : {false, true}) {
    for (const Demotion demotion : {Demotion::kStrict, Demotion::kBySlot}) {
      for (const char* text : kQueries) {
        CAPTURE(remote, demotion, text);
        const Xapian::Database db = shards.Open(remote);
        std::map<std::string, Xapian::doccount> expected;
        Xapian::doccount total = 0, hidden = 0;
        for (const Xapian::docid id : PlainSearch(db, ParseAny(text))) {
          const Xapian::Document document = db.get_document(id);
          if (KindOf(document) == Kind::kHidden) {
            ++hidden;
          } else {
            ++expected[document.get_value(2)];
            ++total;
          }
        }
        REQUIRE(hidden > 0);
        const Interception search =
            interceptor.Intercept(text, ParseAny, db, {demotion});
        Xapian::Enquire enquire = EnquireFor(db, search);
        // Under a sort by value Xapian counts hits that remote shards send
        // twice; facets need no order.
        if (demotion == Demotion::kBySlot) enquire.set_sort_by_relevance();
        Xapian::ValueCountMatchSpy colours(2);
        enquire.add_matchspy(&colours);
        const Xapian::MSet page = enquire.get_mset(0, 5, db.get_doccount());
        CHECK(IdsOf(page).size() == 5);
        CHECK(
            Run(db, search, 0, 5, db.get_doccount()).get_matches_estimated() ==
            total);
        CHECK(page.get_matches_estimated() == total);
        CHECK(page.get_matches_lower_bound() == total);
        CHECK(colours.get_total() == total);
        std::map<std::string, Xapian::doccount> found;
        for (auto value = colours.values_begin(); value != colours.values_end();
             ++value) {
          found[*value] = value.get_termfreq();
        }
        CHECK(found == expected);
      }
    }
  }
}

TEST_CASE("Pages stay full across the border to what is demoted",
          "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const Shards shards(policy.get());
  Interceptor interceptor(policy.get());
  for (const bool remote : {false, true}) {
    for (const Demotion demotion : {Demotion::kStrict, Demotion::kBySlot}) {
      for (const char* text : kQueries) {
        CAPTURE(remote, demotion, text);
        const Xapian::Database db = shards.Open(remote);
        const Interception search =
            interceptor.Intercept(text, ParseAny, db, {demotion});
        const DocIds all = Search(db, search);
        DocIds paged;
        std::vector<Kind> kinds;
        for (Xapian::doccount first = 0; first < all.size(); first += 7) {
          const DocIds page = IdsOf(Run(db, search, first, 7));
          CHECK(page.size() == std::min<size_t>(7, all.size() - first));
          paged.insert(paged.end(), page.begin(), page.end());
        }
        for (const Xapian::docid id : paged) {
          kinds.push_back(KindOf(db.get_document(id)));
        }
        CHECK(paged == all);
        CHECK(std::is_sorted(kinds.begin(), kinds.end()));
        CHECK(kinds.front() == Kind::kOrdinary);
        CHECK(kinds.back() == Kind::kDemoted);
        CHECK(Run(db, search, static_cast<Xapian::doccount>(all.size()), 7)
                  .empty());
      }
    }
  }
}

TEST_CASE("A group is shown by an ordinary listing where it has one",
          "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const Shards shards(policy.get());
  Interceptor interceptor(policy.get());
  for (const bool remote : {false, true}) {
    for (const Demotion demotion : {Demotion::kStrict, Demotion::kBySlot}) {
      for (const char* text : kQueries) {
        CAPTURE(remote, demotion, text);
        const Xapian::Database db = shards.Open(remote);
        const Interception search =
            interceptor.Intercept(text, ParseAny, db, {demotion});
        std::map<std::string, std::multiset<Kind>> groups;
        for (const Xapian::docid id : Search(db, search)) {
          const Xapian::Document document = db.get_document(id);
          groups[document.get_value(1)].insert(KindOf(document));
        }
        Xapian::Enquire enquire = EnquireFor(db, search);
        enquire.set_collapse_key(1);
        const Xapian::MSet page =
            enquire.get_mset(0, db.get_doccount(), db.get_doccount());
        CHECK(page.size() == groups.size());
        for (auto hit = page.begin(); hit != page.end(); ++hit) {
          const std::multiset<Kind>& group = groups[hit.get_collapse_key()];
          CHECK(KindOf(hit.get_document()) == *group.begin());
          // A lower bound, which hidden listings never raise.
          CHECK(hit.get_collapse_count() < group.size());
        }
      }
    }
  }
}

TEST_CASE("A cut-off by weight is that by percentage", "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const Shards shards(policy.get());
  Interceptor interceptor(policy.get());
  size_t cut = 0;
  for (const bool remote : {false, true}) {
    for (const char* text : kQueries) {
      for (const int percent : {0, 1, 30, 50, 51, 75, 90, 99, 100}) {
        CAPTURE(remote, text, percent);
        const Xapian::Database db = shards.Open(remote);
        const Interception search =
            interceptor.Intercept(text, ParseAny, db, {Demotion::kBySlot});
        Xapian::Enquire plain(db);
        plain.set_query(search.query);
        plain.set_cutoff(percent);
        const DocIds by_percent = IdsOf(plain.get_mset(0, db.get_doccount()));
        Xapian::Enquire enquire = EnquireFor(db, search);
        enquire.set_cutoff(0, CutoffWeight(search, db, percent));
        const DocIds by_weight = IdsOf(enquire.get_mset(0, db.get_doccount()));
        CHECK(std::set(by_weight.begin(), by_weight.end()) ==
              std::set(by_percent.begin(), by_percent.end()));
        cut += by_weight.size() < Search(db, search).size();
      }
    }
  }
  CHECK(cut > 10);
}

TEST_CASE("What has no cut-off by weight says so", "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  AddTitles(kShop, policy.get(), &db);
  Interceptor interceptor(policy.get());
  const auto cutoff = [&](const char* text, const Order& order) {
    return CutoffWeight(interceptor.Intercept(text, ParseAny, db, order), db,
                        50);
  };
  CHECK_THROWS_AS(cutoff("jaket", {Demotion::kStrict}), xapian::Error);
  CHECK_THROWS_AS(cutoff("jaket", {Demotion::kBySlot, kPriceSlot}),
                  xapian::Error);
  CHECK(cutoff("topi", {Demotion::kBySlot}) == 0);        // finds nothing
  CHECK(cutoff("selundupan", {Demotion::kBySlot}) == 0);  // is not run
}

// Xapian corrects to any word of the spelling table; what is offered goes
// through the filter as a whole.
TEST_CASE("A spelling correction to a prohibited search is not offered",
          "[xapian][remote]") {
  const Policy policy = MakePolicy();
  const Shards shards(policy.get());
  SuggestionFilter filter(policy.get());
  for (const bool remote : {false, true}) {
    CAPTURE(remote);
    Xapian::QueryParser parser;
    parser.set_database(shards.Open(remote));
    const auto corrected = [&parser](const char* text) {
      parser.parse_query(text, Xapian::QueryParser::FLAG_SPELLING_CORRECTION);
      return parser.get_corrected_query_string();
    };
    // Remote shards correct nothing, and say nothing of it.
    CHECK(corrected("jaket bekkas") == (remote ? "" : "jaket bekas"));
    CHECK(filter.Allows(corrected("jaket bekkas")) == remote);
    CHECK(filter.Allows(corrected("krim bekkas")));
  }
}

}  // namespace
}  // namespace saring
