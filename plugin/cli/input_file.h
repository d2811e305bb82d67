// A file that is read once from front to end, or standard input.

#ifndef SARING_PLUGIN_CLI_INPUT_FILE_H_
#define SARING_PLUGIN_CLI_INPUT_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace saring::cli {

class InputFile {
 public:
  // "-" is standard input. Throws Failure if `path` cannot be opened.
  explicit InputFile(const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  // Reads at most `size` bytes and returns how many; 0 at the end of the file.
  // Throws Failure if reading fails.
  size_t Read(char* to, size_t size);

  // For messages: the path, or "standard input".
  const std::string& name() const { return name_; }
  // Bytes in the whole file; 0 where that is unknown, as for a pipe.
  uint64_t size() const { return size_; }
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::string name_;
  int fd_ = -1;
  uint64_t size_ = 0;
  uint64_t bytes_read_ = 0;
};

// At most `limit` bytes of `path`; what follows is not read.
std::string ReadUpTo(const std::string& path, size_t limit);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_INPUT_FILE_H_
