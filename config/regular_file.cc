#include "config/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace saring {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }

 private:
  int fd_;
};

std::string SystemProblem() {
  return "cannot be read: " + std::system_category().message(errno);
}

std::string TooLarge(size_t limit) {
  return "is larger than " + std::to_string(limit) + " bytes";
}

}  // namespace

std::optional<std::string> ReadRegularFile(const std::string& path,
                                           size_t limit, std::string* problem) {
  const auto fail = [&](std::string reason) -> std::optional<std::string> {
    *problem = std::move(reason);
    return {};
  };
  const Descriptor file(
      open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (file.get() < 0) return fail(SystemProblem());
  struct stat status;
  if (fstat(file.get(), &status) != 0) return fail(SystemProblem());
  if (S_ISDIR(status.st_mode)) return fail("is a folder; expected a file");
  if (!S_ISREG(status.st_mode)) return fail("is no regular file");
  const auto told = static_cast<size_t>(std::max<off_t>(status.st_size, 0));
  if (told > limit) return fail(TooLarge(limit));

  // A file may grow while it is read, and some tell no size at all.
  std::string bytes;
  bytes.resize(told + 1);
  size_t size = 0;
  for (;;) {
    const ssize_t got =
        read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(SystemProblem());
    if (got == 0) break;
    size += static_cast<size_t>(got);
    if (size > limit) return fail(TooLarge(limit));
    if (size == bytes.size()) bytes.resize(std::min(size * 2, limit) + 1);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace saring
