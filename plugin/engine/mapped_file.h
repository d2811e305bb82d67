// Files that are read where they lie.

#ifndef SARING_PLUGIN_ENGINE_MAPPED_FILE_H_
#define SARING_PLUGIN_ENGINE_MAPPED_FILE_H_

#include <memory>
#include <string>
#include <string_view>

namespace saring {

// The bytes of a file, in memory that all processes share which map it.
// Constant as long as nobody writes into the file: one that is replaced by
// another of its name stays as it was, but one that is made shorter ends the
// process.
class MappedFile {
 public:
  // The file at `path` if it begins with `magic`. For any other, and for what
  // cannot be read, is no regular file or is not there, nullptr; *problem is
  // then empty, but where a file that begins so cannot be mapped. Never waits
  // for a pipe or device.
  static std::shared_ptr<const MappedFile> Open(const std::string& path,
                                                std::string_view magic,
                                                std::string* problem);

  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  const std::string_view bytes_;  // mapped
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_MAPPED_FILE_H_
