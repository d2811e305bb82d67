#include "plugin/hosts/xapian_preload/shard.h"

#include <string>

namespace saring::preload {
namespace {

using xapian::CheckFreshness;
using xapian::Freshness;
using xapian::Tags;

Xapian::doccount Manifests(const Tags& tags, const Xapian::Database& database) {
  return database.get_termfreq(tags.AnyManifest());
}

Xapian::doccount Documents(const Tags& tags, const Xapian::Database& database) {
  return database.get_doccount() - Manifests(tags, database);
}

// Whether it has no manifest yet because it is being filled.
bool IsBegun(const saring_policy* policy, const Tags& tags,
             const Xapian::Database& database) {
  return database.size() == 1 && database.get_metadata(tags.Begun()) ==
                                     saring_policy_fingerprint(policy);
}

// Where shards are many, nobody can tell which of them was empty.
void Begin(const saring_policy* policy, const Tags& tags,
           Xapian::WritableDatabase* database) {
  if (database->size() != 1) return;
  database->set_metadata(tags.Begun(), saring_policy_fingerprint(policy));
}

}  // namespace

void BeforeTagged(const saring_policy* policy, const Tags& tags,
                  Xapian::WritableDatabase* database) {
  if (CheckFreshness(policy, *database, tags) == Freshness::kCurrent) return;
  if (IsBegun(policy, tags, *database)) return;
  const bool empty = Documents(tags, *database) == 0;
  xapian::EraseManifest(database, tags);
  if (empty) Begin(policy, tags, database);
}

void BeforeUntagged(const saring_policy* policy, const Tags& tags,
                    Xapian::WritableDatabase* database) {
  if (IsBegun(policy, tags, *database)) return;
  const bool current =
      CheckFreshness(policy, *database, tags) == Freshness::kCurrent;
  xapian::EraseManifest(database, tags);
  // What is tagged in it still is by this policy alone.
  if (current) Begin(policy, tags, database);
}

void BeforeCommit(const saring_policy* policy, const Tags& tags,
                  Xapian::WritableDatabase* database) {
  if (!IsBegun(policy, tags, *database)) return;
  if (database->get_termfreq(tags.Tagged()) == Documents(tags, *database)) {
    xapian::WriteManifest(policy, database, tags);
  }
}

}  // namespace saring::preload
