#include "plugin/hosts/xapian_preload/shard.h"

#include <string>

namespace saring::preload {
namespace {

using xapian::CheckFreshness;
using xapian::Freshness;
using xapian::Tags;

// Metadata: the fingerprint of the policy that tagged whatever is tagged in a
// database that was empty and has not been committed since.
std::string BegunKey(const Tags& tags) { return tags.prefix + ":begun"; }

bool BegunBy(const saring_policy* policy, const Tags& tags,
             const Xapian::Database& database) {
  return database.size() == 1 && database.get_metadata(BegunKey(tags)) ==
                                     saring_policy_fingerprint(policy);
}

Xapian::doccount Manifests(const Tags& tags, const Xapian::Database& database) {
  return database.get_termfreq(tags.AnyManifest());
}

Xapian::doccount Documents(const Tags& tags, const Xapian::Database& database) {
  return database.get_doccount() - Manifests(tags, database);
}

void EraseManifests(const Tags& tags, Xapian::WritableDatabase* database) {
  if (Manifests(tags, *database) > 0) xapian::EraseManifest(database, tags);
}

}  // namespace

void BeforeTagged(const saring_policy* policy, const Tags& tags,
                  Xapian::WritableDatabase* database) {
  if (CheckFreshness(policy, *database, tags) == Freshness::kCurrent) return;
  const bool empty = database->size() == 1 && Documents(tags, *database) == 0;
  EraseManifests(tags, database);
  const bool begun = BegunBy(policy, tags, *database);
  if (empty && !begun) {
    database->set_metadata(BegunKey(tags), saring_policy_fingerprint(policy));
  }
  if (!empty && !begun && !database->get_metadata(BegunKey(tags)).empty()) {
    database->set_metadata(BegunKey(tags), "");
  }
}

void BeforeUntagged(const saring_policy* policy, const Tags& tags,
                    Xapian::WritableDatabase* database) {
  const bool current =
      CheckFreshness(policy, *database, tags) == Freshness::kCurrent;
  EraseManifests(tags, database);
  // What is tagged in it still is by this policy alone.
  if (current && database->size() == 1) {
    database->set_metadata(BegunKey(tags), saring_policy_fingerprint(policy));
  }
}

void BeforeCommit(const saring_policy* policy, const Tags& tags,
                  Xapian::WritableDatabase* database) {
  if (!BegunBy(policy, tags, *database)) return;
  if (database->get_termfreq(tags.Tagged()) != Documents(tags, *database)) {
    return;
  }
  xapian::WriteManifest(policy, database, tags);
  database->set_metadata(BegunKey(tags), "");
}

}  // namespace saring::preload
