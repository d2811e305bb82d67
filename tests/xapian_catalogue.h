// A small policy and a small shop in Xapian, for the tests of its adapter.

#ifndef SARING_TESTS_XAPIAN_CATALOGUE_H_
#define SARING_TESTS_XAPIAN_CATALOGUE_H_

#include <saring/xapian.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/temp_dir.h"

// Xapian's errors are no std::exception: without this a test that meets one
// says "unknown exception".
CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) {
  return error.get_description();
}

namespace saring {

struct PolicyFree {
  void operator()(saring_policy* policy) const { saring_policy_free(policy); }
};
using Policy = std::unique_ptr<saring_policy, PolicyFree>;

struct RuleText {
  std::string id;
  std::string yaml;
};

// Every rule of the tests. All but `sticker` change what a search finds.
inline const std::vector<RuleText>& AllRules() {
  static const std::vector<RuleText> rules = {
      {"used-fashion",
       "needs: [fashion, used], action: hide, answer: {without: [used]}, "
       "notice: {buyer: Pakaian bekas dilarang.}, hits: [baju bekas]"},
      {"bale", "needs: [bale], action: hide, hits: [balpres]"},
      {"sack",
       "needs: [sack], action: hide, answer: {without: [sack]}, "
       "hits: [karungan]"},
      {"smuggled",
       "needs: [smuggled], action: hide, answer: empty, hits: [selundupan]"},
      {"thrift",
       "needs: [thrift], action: demote, notice: {buyer: Periksa asalnya.}, "
       "hits: [thrift]"},
      {"preloved", "needs: [preloved], action: demote, hits: [preloved]"},
      {"sticker", "needs: [sticker], action: review, hits: [stiker]"},
  };
  return rules;
}

// A policy of `rules`, over lists that are the same for all.
inline Policy MakePolicy(const std::vector<RuleText>& rules = AllRules()) {
  std::string yaml =
      "saring: 1\n"
      "policy: adapter\n"
      "revision: \"1\"\n"
      "lists:\n"
      "  fashion: {noun: true, terms: [baju, jaket, kaos]}\n"
      "  used: {terms: [bekas, second]}\n"
      "  bale: {terms: [balpres]}\n"
      "  sack: {terms: [karungan]}\n"
      "  smuggled: {terms: [selundupan]}\n"
      "  thrift: {terms: [thrift]}\n"
      "  preloved: {terms: [preloved]}\n"
      "  sticker: {terms: [stiker]}\n"
      "rules:\n";
  for (const RuleText& rule : rules) {
    yaml += "  - {id: " + rule.id + ", " + rule.yaml +
            ", misses: [baju baru, krim bekas]}\n";
  }
  const TempDir dir;
  const std::string path = dir.Write("policy.yaml", yaml);

  saring_policy* policy = nullptr;
  saring_error* error = nullptr;
  const saring_status status =
      saring_policy_create(path.c_str(), &policy, &error);
  const std::string faults = saring_error_text(error);
  saring_error_free(error);
  INFO(faults);
  REQUIRE(status == SARING_OK);
  return Policy(policy);
}

inline std::vector<std::string> Words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The words that titles and queries are made of at random. Few, so that rules
// fire often; `bekas` without a garment, and `krim`, are innocent.
inline std::string RandomWords(std::mt19937* rng, size_t most) {
  static const std::vector<std::string> words = {
      "baju", "jaket", "bekas",  "second", "balpres", "thrift", "preloved",
      "krim", "merah", "stiker", "pria",   "murah",   "kaos",   "biru"};
  std::string text;
  for (size_t n = 1 + (*rng)() % most; n > 0; --n) {
    text += words[(*rng)() % words.size()] + " ";
  }
  return text;
}

// The shop of the tables.
inline const std::vector<std::string> kShop = {
    /*1*/ "jaket jaket thrift",
    /*2*/ "jaket bekas",
    /*3*/ "jaket pria merah",
    /*4*/ "jaket thrift bekas",
    /*5*/ "kaos merah",
    /*6*/ "krim bekas",
    /*7*/ "jaket stiker",
    /*8*/ "kaos preloved merah",
    /*9*/ "baju selundupan balpres",
};

constexpr Xapian::valueno kPriceSlot = 0;

inline Xapian::Document MakeDocument(const std::string& title,
                                     double price = 0) {
  Xapian::Document document;
  for (const std::string& word : Words(title)) document.add_term(word);
  document.add_value(kPriceSlot, Xapian::sortable_serialise(price));
  document.set_data(title);
  return document;
}

// Documents 1, 2, 3 ... of `titles`, tagged by `policy`; prices go up.
inline void AddTitles(const std::vector<std::string>& titles,
                      const saring_policy* policy,
                      Xapian::WritableDatabase* database) {
  xapian::Tagger tagger(policy);
  double price = 0;
  for (const std::string& title : titles) {
    Xapian::Document document = MakeDocument(title, ++price);
    xapian::Listing listing;
    listing.title = title;
    tagger.Tag(listing, &document);
    database->add_document(document);
  }
}

inline Xapian::WritableDatabase InMemory() {
  return Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
}

// The two ways in which shops make a query of what was typed. Nothing typed
// shows the whole shop.
inline Xapian::Query ParseWith(Xapian::Query::op op, const std::string& text) {
  const std::vector<std::string> words = Words(text);
  if (words.empty()) return Xapian::Query(std::string());
  return Xapian::Query(op, words.begin(), words.end());
}
inline Xapian::Query ParseAny(const std::string& text) {
  return ParseWith(Xapian::Query::OP_OR, text);
}
inline Xapian::Query ParseAll(const std::string& text) {
  return ParseWith(Xapian::Query::OP_AND, text);
}

using DocIds = std::vector<Xapian::docid>;

inline DocIds IdsOf(const Xapian::MSet& hits) {
  DocIds ids;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) ids.push_back(*hit);
  return ids;
}

// All that `query` matches, best first, without the adapter.
inline DocIds PlainSearch(const Xapian::Database& database,
                          const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  return IdsOf(enquire.get_mset(0, database.get_doccount()));
}

inline Xapian::MSet Run(const Xapian::Database& database,
                        const xapian::Interception& interception,
                        Xapian::doccount first, Xapian::doccount count,
                        Xapian::doccount check_at_least = 0) {
  Xapian::Enquire enquire(database);
  enquire.set_query(interception.query);
  interception.ApplyOrder(&enquire);
  return enquire.get_mset(first, count, check_at_least);
}

inline DocIds Search(const Xapian::Database& database,
                     const xapian::Interception& interception) {
  return IdsOf(Run(database, interception, 0, database.get_doccount()));
}

}  // namespace saring

#endif  // SARING_TESTS_XAPIAN_CATALOGUE_H_
