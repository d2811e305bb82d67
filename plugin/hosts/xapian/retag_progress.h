// How far a re-tag has come, kept in the shard itself.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_RETAG_PROGRESS_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_RETAG_PROGRESS_H_

#include <saring/xapian.h>

#include <string>

namespace saring::xapian {

// One entry of a shard's metadata, never beside a manifest. What is written is
// committed with whatever else the host commits.
class RetagProgress {
 public:
  RetagProgress(const std::string& fingerprint, const Tags& tags);

  // The last document that an unfinished run of this fingerprint is done with;
  // 0 where there was none.
  Xapian::docid Read(const Xapian::Database& shard) const;

  // Whether a run of this fingerprint has begun, and nobody erased its place.
  bool IsKept(const Xapian::Database& shard) const;

  void Write(Xapian::docid last, Xapian::WritableDatabase* shard) const;

  // That of any fingerprint. Nothing to erase is no write.
  static void Erase(const Tags& tags, Xapian::WritableDatabase* shard);

 private:
  const std::string key_;
  const std::string start_;  // of the value: the fingerprint and a space
};

}  // namespace saring::xapian

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_RETAG_PROGRESS_H_
