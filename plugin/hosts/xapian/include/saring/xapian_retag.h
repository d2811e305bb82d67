// saring/xapian_retag.h - brings a Xapian index to the policy of today.
//
// After a change of policy the tags of the older one stay in force, and every
// Interception says `stale`, until the index is tagged again. Retagger looks at
// each document once and writes only those whose tags change, then the
// manifest. It works on a local database and on a shard behind
// `xapian-tcpsrv --writable` alike.
//
// Searches go on meanwhile. A reader that keeps one database open for long is
// told by Xapian::DatabaseModifiedError when two commits have passed: it calls
// reopen() and searches again.

#ifndef SARING_XAPIAN_RETAG_H_
#define SARING_XAPIAN_RETAG_H_

#include <saring/xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace saring::xapian {

// What `document` says about itself, from wherever the host keeps it. The
// strings must live until the next call. Not called for manifests.
using ReadListing = std::function<Listing(const Xapian::Document& document)>;

// Documents that a search shows differently now.
struct RetagChanges {
  uint64_t hidden = 0;    // hidden now, and not before
  uint64_t demoted = 0;   // demoted now, and not before
  uint64_t released = 0;  // neither now, but one of them before
};

struct RetagReport {
  uint64_t documents = 0;   // looked at
  uint64_t written = 0;     // of these; all others have the right tags already
  uint64_t new_tagged = 0;  // of these: never tagged before
  RetagChanges changes;
  // By rule: what became hidden or demoted by it, and what was released to
  // which it had been a reason. A document may count with several rules.
  std::map<std::string, RetagChanges> rules;
  bool current = false;             // there was nothing to do
  Xapian::docid resumed_after = 0;  // an earlier run came so far; else 0
};

// Tags the documents of one shard again, in batches. One thread at a time.
//
// A run that is broken off at any point, by kill -9 too, is safe: the shard is
// stale until a later run ends, and that run goes on after the last batch that
// was committed. If its policy is another, it starts over. The place is kept in
// the shard's metadata, written with each batch.
//
// Between two steps the host may add, replace and delete documents through the
// same database. From the first step on it must tag them by the policy of this
// run, also where an unfinished run is to be taken up again. A host that tags
// by a live policy calls EraseOtherManifest() before it writes: when the policy
// has moved on meanwhile, the next step throws Error, and a Retagger of the
// newest policy starts over.
class SARING_XAPIAN_API Retagger {
 public:
  // Documents that are looked at before what changed is committed.
  static constexpr Xapian::doccount kBatch = 10000;

  // Throws Error unless `database` is exactly one shard. Shares ownership of
  // the policy. Writes nothing yet.
  Retagger(const saring_policy* policy, Xapian::WritableDatabase database,
           ReadListing read, Tags tags = {}, Xapian::doccount batch = kBatch);
  ~Retagger();
  Retagger(const Retagger&) = delete;
  Retagger& operator=(const Retagger&) = delete;

  // Does the next batch; false when all is done and the shard is current.
  // After an exception make another Retagger.
  bool Step();

  // What this run has done so far.
  const RetagReport& report() const;

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// What a Retagger would do to `database`, of any number of shards. Writes
// nothing.
SARING_XAPIAN_API RetagReport PreviewRetag(const saring_policy* policy,
                                           const Xapian::Database& database,
                                           const ReadListing& read,
                                           const Tags& tags = {});

}  // namespace saring::xapian

#endif  // SARING_XAPIAN_RETAG_H_
