#include <saring/xapian.h>

namespace saring::xapian {
namespace {

std::string ManifestOf(const saring_policy* policy, const Tags& tags) {
  const std::string fingerprint = saring_policy_fingerprint(policy);
  if (fingerprint.empty()) throw Error("no policy was given");
  return tags.Manifest(fingerprint);
}

// Of several shards metadata is that of the first.
void ForgetBegun(const Tags& tags, Xapian::WritableDatabase* database) {
  if (database->size() != 1) return;
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
  ForgetBegun(tags, database);
}

void EraseManifest(Xapian::WritableDatabase* database, const Tags& tags) {
  database->delete_document(tags.AnyManifest());
  ForgetBegun(tags, database);
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
