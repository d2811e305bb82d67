// Tags and manifests: what indexing writes, and what it leaves alone.

#include <saring/xapian.h>

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/xapian_catalogue.h"

namespace saring {
namespace {

using xapian::CheckFreshness;
using xapian::EraseManifest;
using xapian::Freshness;
using xapian::Listing;
using xapian::Tagger;
using xapian::Tags;
using xapian::WriteManifest;

std::set<std::string> TermsOf(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

Listing Titled(std::string_view title) {
  Listing listing;
  listing.title = title;
  return listing;
}

struct TagCase {
  const char* why;
  const char* title;
  saring_action action;
  std::set<std::string> tags;
  std::string slot;
};

const TagCase kTagCases[] = {
    {"innocent", "baju merah", SARING_SHOW, {"XSARING:tagged"}, ""},
    {"used, but no garment", "krim bekas", SARING_SHOW, {"XSARING:tagged"}, ""},
    {"no title at all", "", SARING_SHOW, {"XSARING:tagged"}, ""},
    {"review is remembered and changes nothing",
     "stiker merah",
     SARING_REVIEW,
     {"XSARING:tagged", "XSARING:rule:sticker"},
     ""},
    {"demoted",
     "kaos thrift",
     SARING_DEMOTE,
     {"XSARING:tagged", "XSARING:demote", "XSARING:rule:thrift"},
     "1"},
    {"hidden",
     "kaos bekas",
     SARING_HIDE,
     {"XSARING:tagged", "XSARING:hide", "XSARING:rule:used-fashion"},
     ""},
    {"hide beats demote, and both rules are remembered",
     "kaos thrift bekas",
     SARING_HIDE,
     {"XSARING:tagged", "XSARING:hide", "XSARING:rule:used-fashion",
      "XSARING:rule:thrift"},
     ""},
};

TEST_CASE("A listing gets the tags of its verdict", "[xapian]") {
  const Policy policy = MakePolicy();
  const Tags tags;
  Tagger tagger(policy.get());
  for (const TagCase& c : kTagCases) {
    DYNAMIC_SECTION(c.why) {
      Xapian::Document document;
      CHECK(tagger.Tag(Titled(c.title), &document) == c.action);
      CHECK(TermsOf(document) == c.tags);
      CHECK(document.get_value(tags.demotion_slot) == c.slot);
    }
  }
}

TEST_CASE("Tagging again leaves nothing of an earlier policy", "[xapian]") {
  const std::string title = GENERATE("kaos bekas", "kaos thrift", "kaos merah",
                                     "kaos thrift bekas", "krim stiker");
  const Policy strict = MakePolicy();
  const Policy lax = MakePolicy({AllRules()[6]});
  const auto tagged = [&title](const std::vector<const Policy*>& in_turn) {
    Xapian::Document document = MakeDocument(title, 5);
    // The host's own, under prefixes that look like ours.
    document.add_boolean_term("XSARINGAN");
    document.add_boolean_term("XSARIN:hide");
    document.add_posting("kaos", 7);
    for (const Policy* policy : in_turn) {
      Tagger(policy->get()).Tag(Titled(title), &document);
    }
    CHECK(TermsOf(document).count("XSARINGAN") == 1);
    CHECK(TermsOf(document).count("XSARIN:hide") == 1);
    return document.serialise();
  };
  CHECK(tagged({&lax, &strict}) == tagged({&strict}));
  CHECK(tagged({&strict, &lax}) == tagged({&lax}));
  CHECK(tagged({&strict, &strict}) == tagged({&strict}));
  CHECK((tagged({&lax}) == tagged({&strict})) ==
        (title == "kaos merah" || title == "krim stiker"));
}

TEST_CASE("Tagging again with the same verdict writes nothing", "[xapian]") {
  const Policy policy = MakePolicy();
  const TempDir dir;
  Xapian::WritableDatabase db(dir.At("db"), Xapian::DB_CREATE);
  AddTitles(kShop, policy.get(), &db);
  db.commit();
  const Xapian::rev before = db.get_revision();

  Tagger tagger(policy.get());
  for (Xapian::docid id = 1; id <= kShop.size(); ++id) {
    Xapian::Document document = db.get_document(id);
    tagger.Tag(Titled(kShop[id - 1]), &document);
    db.replace_document(id, document);
  }
  db.commit();
  CHECK(db.get_revision() == before);
}

TEST_CASE("Any bytes of any size are a listing", "[xapian]") {
  const Policy policy = MakePolicy();
  Tagger tagger(policy.get());
  const unsigned seed = GENERATE(range(0u, 20u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  std::string fields[6];
  for (std::string& field : fields) {
    field.resize(rng() % (seed % 5 == 0 ? 300000 : 300));
    for (char& c : field) c = static_cast<char>(rng());
  }
  Xapian::Document document;
  Listing listing = {fields[0], fields[1], fields[2],
                     fields[3], fields[4], fields[5]};
  tagger.Tag(listing, &document);
  CHECK(TermsOf(document).count(Tags().Tagged()) == 1);

  const std::string with_nul("kaos\0bekas", 10);
  CHECK(tagger.Tag(Titled(with_nul), &document) == SARING_HIDE);
  CHECK(tagger.Tag(Listing(), &document) == SARING_SHOW);
}

TEST_CASE("The longest prefix and rule id make terms that Xapian takes",
          "[xapian]") {
  const std::string id(64, 'r');
  const Policy policy = MakePolicy({{id, AllRules()[1].yaml}});
  Tags tags;
  tags.prefix = "X" + std::string(99, 'P');
  Tagger tagger(policy.get(), tags);
  Xapian::Document document;
  tagger.Tag(Titled("balpres"), &document);
  const TempDir dir;
  Xapian::WritableDatabase db(dir.At("db"), Xapian::DB_CREATE);
  db.add_document(document);
  WriteManifest(policy.get(), &db, tags);
  db.commit();
  CHECK(db.get_termfreq(tags.Rule(id)) == 1);
  CHECK(CheckFreshness(policy.get(), db, tags) == Freshness::kCurrent);
  CHECK(CheckFreshness(policy.get(), db) == Freshness::kStale);
}

// The documents that `policy` hides among `titles`.
std::set<Xapian::docid> Hidden(const std::vector<std::string>& titles,
                               const Policy& policy) {
  Xapian::WritableDatabase db = InMemory();
  AddTitles(titles, policy.get(), &db);
  const std::string hide = Tags().Hide();
  return {db.postlist_begin(hide), db.postlist_end(hide)};
}

TEST_CASE("All rules hide the union of what each hides", "[xapian]") {
  const unsigned seed = GENERATE(range(0u, 15u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  std::vector<std::string> titles(60);
  for (std::string& title : titles) title = RandomWords(&rng, 6);

  std::vector<RuleText> rules;
  std::set<Xapian::docid> expected;
  for (const RuleText& rule : AllRules()) {
    if (rng() % 3 == 0) continue;
    rules.push_back(rule);
    for (const Xapian::docid id : Hidden(titles, MakePolicy({rule}))) {
      expected.insert(id);
    }
  }
  std::shuffle(rules.begin(), rules.end(), rng);
  if (rules.empty()) return;
  CHECK(Hidden(titles, MakePolicy(rules)) == expected);
}

TEST_CASE("A database is current when every shard has the manifest",
          "[xapian]") {
  const Policy policy = MakePolicy();
  const Policy other = MakePolicy({AllRules()[0]});
  Xapian::WritableDatabase one = InMemory();
  Xapian::WritableDatabase two = InMemory();
  Xapian::Database both;
  CHECK(CheckFreshness(policy.get(), both) == Freshness::kStale);
  both.add_database(one);
  both.add_database(two);
  const auto fresh = [&both](const Policy& by) {
    return CheckFreshness(by.get(), both) == Freshness::kCurrent;
  };

  AddTitles(kShop, policy.get(), &one);
  AddTitles(kShop, policy.get(), &two);
  CHECK_FALSE(fresh(policy));
  WriteManifest(policy.get(), &one);
  WriteManifest(policy.get(), &one);  // once more is not one more
  CHECK_FALSE(fresh(policy));
  WriteManifest(other.get(), &two);
  CHECK_FALSE(fresh(policy));
  CHECK_FALSE(fresh(other));
  WriteManifest(policy.get(), &two);
  CHECK(fresh(policy));
  CHECK(two.get_doccount() == kShop.size() + 1);

  EraseManifest(&two);
  EraseManifest(&two);  // nothing to erase is no error
  CHECK_FALSE(fresh(policy));
  CHECK(two.get_doccount() == kShop.size());
  WriteManifest(other.get(), &one);
  WriteManifest(other.get(), &two);
  CHECK(fresh(other));
  CHECK_FALSE(fresh(policy));
}

TEST_CASE("A manifest stays hidden when all documents are tagged again",
          "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  WriteManifest(policy.get(), &db);
  Xapian::Document manifest = db.get_document(db.get_lastdocid());
  const std::string before = manifest.serialise();
  CHECK(TermsOf(manifest).count(Tags().Tagged()) == 0);
  CHECK(Tagger(policy.get()).Tag(Listing(), &manifest) == SARING_HIDE);
  CHECK(manifest.serialise() == before);
}

TEST_CASE("Wrong use is an Error", "[xapian]") {
  const Policy policy = MakePolicy();
  Xapian::WritableDatabase db = InMemory();
  const std::string none_given = "no policy was given";
  const saring_policy* const no_policy = nullptr;
  saring_live* const no_live = nullptr;
  CHECK_THROWS_WITH(Tagger(no_policy), none_given);
  CHECK_THROWS_WITH(Tagger(no_live), none_given);
  CHECK_THROWS_WITH(xapian::Interceptor(no_policy), none_given);
  CHECK_THROWS_WITH(xapian::Interceptor(no_live), none_given);
  CHECK_THROWS_WITH(WriteManifest(nullptr, &db), none_given);
  CHECK_THROWS_WITH(CheckFreshness(nullptr, db), none_given);

  Xapian::WritableDatabase none;
  CHECK_THROWS_AS(WriteManifest(policy.get(), &none), xapian::Error);
  CHECK_THROWS_AS(xapian::EraseOtherManifest(policy.get(), &none),
                  xapian::Error);
  db.add_database(InMemory());
  CHECK_THROWS_AS(WriteManifest(policy.get(), &db), xapian::Error);
}

}  // namespace
}  // namespace saring
