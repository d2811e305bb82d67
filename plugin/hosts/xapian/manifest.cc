#include <saring/xapian.h>

#include "plugin/hosts/xapian/retag_progress.h"

namespace saring::xapian {
namespace {

std::string ManifestOf(const saring_policy* policy, const Tags& tags) {
  const std::string fingerprint = saring_policy_fingerprint(policy);
  if (fingerprint.empty()) throw Error("no policy was given");
  return tags.Manifest(fingerprint);
}

// Whether `policy`, and it alone, is tagging the shard.
bool IsUnfinished(const saring_policy* policy, const Tags& tags,
                  const Xapian::Database& shard) {
  const std::string fingerprint = saring_policy_fingerprint(policy);
  return shard.get_metadata(tags.Begun()) == fingerprint ||
         RetagProgress(fingerprint, tags).IsKept(shard);
}

// Of several shards metadata is that of the first.
void ForgetUnfinished(const Tags& tags, Xapian::WritableDatabase* database) {
  if (database->size() != 1) return;
  RetagProgress::Erase(tags, database);
  if (database->get_metadata(tags.Begun()).empty()) return;
  database->set_metadata(tags.Begun(), "");
}

}  // namespace

// A document rather than metadata, which Xapian reads from the first of several
// shards only: term frequencies are summed over all.
void WriteManifest(const saring_policy* policy,
                   Xapian::WritableDatabase* database, const Tags& tags) {
  const std::string manifest = ManifestOf(policy, tags);
  if (database->size() != 1) {
    throw Error("a manifest is written to one shard at a time");
  }
  Xapian::Document document;
  document.add_boolean_term(tags.AnyManifest());
  document.add_boolean_term(manifest);
  document.add_boolean_term(tags.Hide());
  database->replace_document(tags.AnyManifest(), document);
  ForgetUnfinished(tags, database);
}

void EraseManifest(Xapian::WritableDatabase* database, const Tags& tags) {
  database->delete_document(tags.AnyManifest());
  ForgetUnfinished(tags, database);
}

void EraseOtherManifest(const saring_policy* policy,
                        Xapian::WritableDatabase* database, const Tags& tags) {
  if (database->size() != 1) {
    throw Error("a manifest is kept of one shard at a time");
  }
  if (CheckFreshness(policy, *database, tags) == Freshness::kCurrent) return;
  if (IsUnfinished(policy, tags, *database)) return;
  EraseManifest(database, tags);
}

Freshness CheckFreshness(const saring_policy* policy,
                         const Xapian::Database& database, const Tags& tags) {
  const std::string manifest = ManifestOf(policy, tags);
  const size_t shards = database.size();
  return shards > 0 && database.get_termfreq(manifest) == shards
             ? Freshness::kCurrent
             : Freshness::kStale;
}

}  // namespace saring::xapian
