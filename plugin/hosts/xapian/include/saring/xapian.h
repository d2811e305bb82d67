// saring/xapian.h - a policy inside Xapian: tags when indexing, the rewritten
// query when searching.
//
// Works with stock Xapian 1.4 databases, local or behind unmodified
// xapian-tcpsrv shards: everything is terms, values and built-in operators.
//
// When indexing, Tagger adds boolean terms and one value to each document, and
// WriteManifest() records once a database (once a shard) what it was tagged
// with. When searching, Interceptor turns the query text and your parsed query
// into the query to run, how to sort it, and the notice to show.
//
// Either goes by one policy for good, of which it shares the ownership, or by a
// live one (saring/live.h), which is borrowed and must outlive it: each call
// then decides by the newest good policy, and waits for no load.
//
// Failures of the library are thrown as saring::xapian::Error; failures of
// Xapian pass through as Xapian::Error. Whoever searches must let them end the
// search: a search without the plugin would show what is prohibited.
//
// Needs -std=c++17. Link with saring::xapian.

#ifndef SARING_XAPIAN_H_
#define SARING_XAPIAN_H_

#include <saring/live.h>
#include <saring/saring.h>
#include <xapian.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#define SARING_XAPIAN_API __attribute__((visibility("default")))

namespace saring::xapian {

class SARING_XAPIAN_API Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Where tags are kept. The same for indexing and searching, or nothing matches.
struct Tags {
  // Of every term, a colon after it. By Xapian's convention: X, then capitals;
  // at most 100 bytes. Every term that begins with it and a colon is ours.
  std::string prefix = "XSARING";
  // Holds "1" for a demoted document and nothing for others, for demotion by
  // sort.
  Xapian::valueno demotion_slot = 7264;

  // The terms. An indexed document has Tagged(); of the others, those that its
  // verdict asks for.
  SARING_XAPIAN_API std::string Tagged() const;
  SARING_XAPIAN_API std::string Hide() const;
  SARING_XAPIAN_API std::string Demote() const;
  SARING_XAPIAN_API std::string Rule(std::string_view rule_id) const;
  // Of the manifest: what a database was tagged with; and of any manifest.
  SARING_XAPIAN_API std::string Manifest(std::string_view fingerprint) const;
  SARING_XAPIAN_API std::string AnyManifest() const;
  // A key of the database's metadata. While there is no manifest yet, a host
  // may keep under it the fingerprint of the policy by which alone it tags, so
  // as to know it when it was interrupted.
  SARING_XAPIAN_API std::string Begun() const;
};

// What a listing says about itself. The strings need to live only for the call.
struct Listing {
  std::string_view id, title, description, category, condition, seller;
};

// Tags documents. One thread at a time.
//
// By a live policy, documents of one database come to be tagged by different
// policies, and no manifest may say otherwise: call EraseOtherManifest() with
// policy() before each document is written. Once the policy has changed the
// database is then stale for all, until it is tagged again by the newest.
class SARING_XAPIAN_API Tagger {
 public:
  explicit Tagger(const saring_policy* policy, Tags tags = {});
  explicit Tagger(saring_live* live, Tags tags = {});
  ~Tagger();
  Tagger(const Tagger&) = delete;
  Tagger& operator=(const Tagger&) = delete;

  // Removes from `document` what an earlier policy tagged it with, adds what
  // this one does, and returns the action. The document's other terms, values
  // and data are left alone. A document whose tags do not change is not
  // touched, so that Xapian need not write it; nor is a manifest (SARING_HIDE),
  // so that one may tag again whatever a database holds.
  saring_action Tag(const Listing& listing, Xapian::Document* document);

  // The policy of the last Tag(); before the first, that which was the newest
  // when this was made. Borrowed until the next Tag().
  const saring_policy* policy() const;

  // Counts every Tag() from here on as a check of a listing, and, as the
  // monitor is configured, logs it. NULL ends that. The monitor may be freed
  // before this.
  void Watch(saring_monitor* monitor);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// Records in `database` that every tagged document in it was tagged by
// `policy`. Call it once a shard, after the last document; the manifest is one
// document that no search finds. It replaces an older manifest. Throws Error
// when `database` is not exactly one shard.
SARING_XAPIAN_API void WriteManifest(const saring_policy* policy,
                                     Xapian::WritableDatabase* database,
                                     const Tags& tags = {});

// Makes `database` stale for every policy, and forgets by which one tagging was
// begun and how far re-tagging has come. Call it and commit before documents
// are tagged again by another policy: tagging that is broken off halfway then
// never passes for done.
SARING_XAPIAN_API void EraseManifest(Xapian::WritableDatabase* database,
                                     const Tags& tags = {});

// The same, unless `policy` is that of the manifest, or is tagging `database`
// from the start or again: then nothing changes. Call it before a document that
// `policy` tagged is written, where another one may have tagged before. Throws
// Error when `database` is not exactly one shard.
SARING_XAPIAN_API void EraseOtherManifest(const saring_policy* policy,
                                          Xapian::WritableDatabase* database,
                                          const Tags& tags = {});

// Whether what a database was tagged with is what a policy would say now.
enum class Freshness {
  kCurrent,  // every shard has the manifest of this policy
  kStale,    // some shard was tagged by another policy, or by none
};

// Asks each shard once. A remote server counts as one shard: let each serve one
// database, or the whole is stale. A database without shards is stale.
SARING_XAPIAN_API Freshness CheckFreshness(const saring_policy* policy,
                                           const Xapian::Database& database,
                                           const Tags& tags = {});

// How demoted documents are put behind all others.
enum class Demotion {
  kStrict,  // by weight: the cheapest; raises the weights of ordinary hits by
            // 1e6, so percentages and set_cutoff() mean nothing
  kBySlot,  // by sorting on the slot: weights stay true, and so do percentages
            // (over remote shards: of the best hit that they sent) and a
            // cut-off by weight; Xapian refuses one by percentage under such a
            // sort
};

struct Order {
  Demotion demotion = Demotion::kStrict;
  // Sort by this value (sortable_serialise) rather than by relevance; demoted
  // documents still follow all others, themselves sorted. Demotion::kBySlot is
  // then not available, as Xapian sorts by one value only: kStrict is used.
  Xapian::valueno sort_slot = Xapian::BAD_VALUENO;
  bool descending = false;
};

// A rule that fired on the query, for the page that shows the results.
struct FiredRule {
  std::string id, law, buyer_notice;
  saring_action action = SARING_SHOW;
};

// What to run and what to show.
struct Interception {
  Xapian::Query query;  // run this; matches nothing for SARING_EMPTY
  std::string text;     // what was parsed into it; "" when nothing was
  saring_action action = SARING_SHOW;  // on the text as typed
  saring_answer answer = SARING_CLEAN;
  std::vector<FiredRule> rules;  // the deciding one first
  std::string notice;            // buyer's notice of the deciding rule, or ""
  bool stale = false;            // the database's tags are of another policy
  std::string fingerprint;       // of the policy that decided
  bool enforced = true;  // else a live policy is switched off: the query is as
                         // it was parsed, finds what is tagged hide too, and
                         // nobody asked whether tags are stale

  // Sets the sort order that the query was made for. Call it after set_query().
  SARING_XAPIAN_API void ApplyOrder(Xapian::Enquire* enquire) const;

  Order order;
  Tags tags;
};

// Intercepts searches. One thread at a time; make one a thread.
class SARING_XAPIAN_API Interceptor {
 public:
  explicit Interceptor(const saring_policy* policy, Tags tags = {});
  explicit Interceptor(saring_live* live, Tags tags = {});
  ~Interceptor();
  Interceptor(const Interceptor&) = delete;
  Interceptor& operator=(const Interceptor&) = delete;

  // Makes a query of text, as the host always does. Called with the text as
  // typed or, where the policy says so, without some of its words; not called
  // when nothing is to run.
  using Parse = std::function<Xapian::Query(const std::string& text)>;

  // The query to run for `text` over `database`. Hidden documents do not match
  // it; demoted ones follow all others. A query that the policy prohibits
  // (action hide) does not find documents that were never tagged either. A
  // query that is empty stays so.
  Interception Intercept(std::string_view text, const Parse& parse,
                         const Xapian::Database& database,
                         const Order& order = {});

  // Counts every Intercept() from here on as a check of a query, and, as the
  // monitor is configured, logs it. NULL ends that. The monitor may be freed
  // before this.
  void Watch(saring_monitor* monitor);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// The algebra alone, for hosts that keep verdicts of their own: `query` without
// hidden documents, ordinary ones before demoted ones under `order`.
SARING_XAPIAN_API Xapian::Query ApplyTags(const Xapian::Query& query,
                                          const Tags& tags,
                                          const Order& order = {});

}  // namespace saring::xapian

#endif  // SARING_XAPIAN_H_
