#include "plugin/cli/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "plugin/cli/failure.h"
#include "plugin/cli/interrupt.h"

namespace saring::cli {

InputFile::InputFile(const std::string& path)
    : name_(path == "-" ? "standard input" : path) {
  fd_ = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) throw Failure("cannot read " + name_ + ": " + ErrnoText(errno));
  struct stat about;
  if (fstat(fd_, &about) == 0 && S_ISREG(about.st_mode)) {
    size_ = static_cast<uint64_t>(about.st_size);
  }
}

InputFile::~InputFile() {
  if (fd_ != STDIN_FILENO) close(fd_);
}

size_t InputFile::Read(char* to, size_t size) {
  ssize_t got;
  do {
    ThrowIfInterrupted();
    got = read(fd_, to, size);
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw Failure("cannot read " + name_ + ": " + ErrnoText(errno));
  bytes_read_ += static_cast<uint64_t>(got);
  return static_cast<size_t>(got);
}

std::string ReadUpTo(const std::string& path, size_t limit) {
  InputFile file(path);
  std::string text(limit, '\0');
  size_t size = 0;
  while (size < limit) {
    const size_t got = file.Read(text.data() + size, limit - size);
    if (got == 0) break;
    size += got;
  }
  text.resize(size);
  return text;
}

}  // namespace saring::cli
