#include <saring/xapian_retag.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "plugin/hosts/xapian/comparison.h"
#include "plugin/hosts/xapian/retag_progress.h"

namespace saring::xapian {
namespace {

// A remote shard sends its whole list of documents whenever it is asked for
// some, so that it is asked seldom. Four bytes each.
constexpr size_t kIdsAhead = 1000000;

// The next ids after `last`, in order.
std::vector<Xapian::docid> IdsAfter(const Xapian::Database& database,
                                    Xapian::docid last) {
  std::vector<Xapian::docid> ids;
  if (last == std::numeric_limits<Xapian::docid>::max()) return ids;
  Xapian::PostingIterator id = database.postlist_begin("");
  const Xapian::PostingIterator end = database.postlist_end("");
  if (id != end) id.skip_to(last + 1);
  for (; id != end && ids.size() < kIdsAhead; ++id) ids.push_back(*id);
  return ids;
}

}  // namespace

struct Retagger::Rep {
  Judge judge;
  Xapian::WritableDatabase database;
  ReadListing read;
  Xapian::doccount batch;
  RetagProgress progress;
  RetagReport report = {};
  Xapian::docid last = 0;               // the last document that is done
  std::vector<Xapian::docid> ids = {};  // ahead
  size_t next = 0;                      // in `ids`
  bool begun = false, done = false;

  void Begin();
  bool FindNext();
  bool RetagNext();
  void Finish();
};

// The manifest goes before the first document changes: until the end the shard
// passes for nobody's.
void Retagger::Rep::Begin() {
  begun = true;
  const Tags& tags = judge.tags();
  if (CheckFreshness(judge.policy(), database, tags) == Freshness::kCurrent &&
      database.get_termfreq(tags.Tagged()) + 1 == database.get_doccount()) {
    done = report.current = true;
    return;
  }
  last = report.resumed_after = progress.Read(database);
  if (last > 0) return;
  EraseManifest(&database, tags);
  progress.Write(0, &database);
  database.commit();
}

// Whether there is a document after `last`; it is then at `next`. Asks again
// when a list is used up: documents may have been added.
bool Retagger::Rep::FindNext() {
  if (next < ids.size()) return true;
  ids = IdsAfter(database, last);
  next = 0;
  return !ids.empty();
}

// Whether the document at `next` had to be written.
bool Retagger::Rep::RetagNext() {
  last = ids[next++];
  try {
    Xapian::Document document = database.get_document(last);
    if (!Compare(read, &judge, &document, &report)) return false;
    database.replace_document(last, document);
    return true;
  } catch (const Xapian::DocNotFoundError&) {
    return false;  // deleted since it was listed
  }
}

void Retagger::Rep::Finish() {
  WriteManifest(judge.policy(), &database, judge.tags());
  database.commit();
  done = true;
}

Retagger::Retagger(const saring_policy* policy,
                   Xapian::WritableDatabase database, ReadListing read,
                   Tags tags, Xapian::doccount batch)
    : rep_(new Rep{Judge(PolicySource(policy), tags), std::move(database),
                   std::move(read), std::max<Xapian::doccount>(batch, 1),
                   RetagProgress(saring_policy_fingerprint(policy), tags)}) {
  if (rep_->database.size() != 1) {
    throw Error("one shard is tagged again at a time");
  }
}

Retagger::~Retagger() = default;

bool Retagger::Step() {
  if (!rep_->begun) rep_->Begin();
  if (rep_->done) return false;
  if (!rep_->progress.IsKept(rep_->database)) {
    throw Error("documents were tagged by another policy meanwhile");
  }
  bool wrote = false;
  Xapian::doccount looked = 0;
  for (; looked < rep_->batch && rep_->FindNext(); ++looked) {
    wrote |= rep_->RetagNext();
  }
  if (looked == 0) {
    rep_->Finish();
    return false;
  }
  if (wrote) {
    rep_->progress.Write(rep_->last, &rep_->database);
    rep_->database.commit();
  }
  return true;
}

const RetagReport& Retagger::report() const { return rep_->report; }

RetagReport PreviewRetag(const saring_policy* policy,
                         const Xapian::Database& database,
                         const ReadListing& read, const Tags& tags) {
  Judge judge(PolicySource(policy), tags);
  RetagReport report;
  Xapian::PostingIterator id = database.postlist_begin("");
  const Xapian::PostingIterator end = database.postlist_end("");
  for (; id != end; ++id) {
    Xapian::Document document = database.get_document(*id);
    Compare(read, &judge, &document, &report);
  }
  report.current =
      report.written == 0 &&
      CheckFreshness(policy, database, tags) == Freshness::kCurrent;
  return report;
}

}  // namespace saring::xapian
