// Tells whether files have changed without reading them.

#ifndef SARING_PLUGIN_LIVE_FILE_STAMPS_H_
#define SARING_PLUGIN_LIVE_FILE_STAMPS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace saring {

// Which file has a name, how long it is, and when it was last written to and
// changed, in nanoseconds since 1970: programs that copy set the first back,
// but nobody the second. All zeros where there is none.
struct FileStamp {
  uint64_t device = 0, inode = 0, size = 0;
  int64_t written = 0, changed = 0;

  bool operator==(const FileStamp&) const = default;
};

FileStamp StampOf(const std::string& path);

// In the order of `paths`.
std::vector<FileStamp> StampsOf(const std::vector<std::string>& paths);

}  // namespace saring

#endif  // SARING_PLUGIN_LIVE_FILE_STAMPS_H_
