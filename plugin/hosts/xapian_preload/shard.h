// Keeps the manifest of a database true while a program writes documents.
//
// A manifest says that every tagged document was tagged by one policy. It stays
// while that policy tags. It is written, when the program commits, to a
// database that was empty when tagging began and has no untagged document; that
// it was empty is kept in the database's metadata until then, so that a program
// that is killed can go on. Where the policy changes meanwhile, and in any
// other database, there is none: it is stale until it is tagged again. Over
// several shards at once a manifest is only ever kept or erased.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SHARD_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SHARD_H_

#include <saring/xapian.h>

namespace saring::preload {

// Call it before a document that `policy` tagged is written.
void BeforeTagged(const saring_policy* policy, const xapian::Tags& tags,
                  Xapian::WritableDatabase* database);

// Call it before a document is written that could not be tagged.
void BeforeUntagged(const saring_policy* policy, const xapian::Tags& tags,
                    Xapian::WritableDatabase* database);

// Call it before changes are committed; `policy` is the one in force.
void BeforeCommit(const saring_policy* policy, const xapian::Tags& tags,
                  Xapian::WritableDatabase* database);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SHARD_H_
