#include "plugin/hosts/xapian/retag_progress.h"

#include <charconv>

namespace saring::xapian {
namespace {

std::string KeyOf(const Tags& tags) { return tags.prefix + ":retag"; }

bool StartsWith(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

}  // namespace

RetagProgress::RetagProgress(const std::string& fingerprint, const Tags& tags)
    : key_(KeyOf(tags)), start_(fingerprint + ' ') {}

Xapian::docid RetagProgress::Read(const Xapian::Database& shard) const {
  const std::string value = shard.get_metadata(key_);
  if (!StartsWith(value, start_)) return 0;
  Xapian::docid last = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] =
      std::from_chars(value.data() + start_.size(), end, last);
  return error == std::errc() && stop == end ? last : 0;
}

bool RetagProgress::IsKept(const Xapian::Database& shard) const {
  return StartsWith(shard.get_metadata(key_), start_);
}

void RetagProgress::Write(Xapian::docid last,
                          Xapian::WritableDatabase* shard) const {
  shard->set_metadata(key_, start_ + std::to_string(last));
}

void RetagProgress::Erase(const Tags& tags, Xapian::WritableDatabase* shard) {
  const std::string key = KeyOf(tags);
  if (!shard->get_metadata(key).empty()) shard->set_metadata(key, "");
}

}  // namespace saring::xapian
