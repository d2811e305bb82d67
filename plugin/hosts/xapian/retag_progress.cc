#include "plugin/hosts/xapian/retag_progress.h"

#include <charconv>

namespace saring::xapian {

RetagProgress::RetagProgress(const std::string& fingerprint, const Tags& tags)
    : key_(tags.prefix + ":retag"), start_(fingerprint + ' ') {}

Xapian::docid RetagProgress::Read(const Xapian::Database& shard) const {
  const std::string value = shard.get_metadata(key_);
  if (value.compare(0, start_.size(), start_) != 0) return 0;
  Xapian::docid last = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] =
      std::from_chars(value.data() + start_.size(), end, last);
  return error == std::errc() && stop == end ? last : 0;
}

void RetagProgress::Write(Xapian::docid last,
                          Xapian::WritableDatabase* shard) const {
  shard->set_metadata(key_, start_ + std::to_string(last));
}

void RetagProgress::Erase(Xapian::WritableDatabase* shard) const {
  shard->set_metadata(key_, "");
}

}  // namespace saring::xapian
