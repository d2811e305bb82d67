#include "plugin/engine/replaced_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace saring {
namespace {

// A file beside its place. Removed in the end unless it was put there.
class StagedFile {
 public:
  explicit StagedFile(const std::string& target) : target_(target) {
    // The mode is what the user's mask makes of it.
    for (unsigned n = 0; file_ < 0 && n < kMostTried; ++n) {
      path_ = target + ".saving-" + std::to_string(n);
      file_ =
          open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file_ < 0 && errno != EEXIST) return;
    }
  }

  ~StagedFile() {
    if (file_ < 0) return;
    const int error = errno;
    close(file_);
    if (!published_) unlink(path_.c_str());
    errno = error;
  }
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;

  // All but the constructor leave their failure in errno.
  bool is_open() const { return file_ >= 0; }

  bool Write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t put = write(file_, bytes.data(), bytes.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) return false;
      bytes.remove_prefix(static_cast<size_t>(put));
    }
    return fsync(file_) == 0;
  }

  bool Publish() {
    published_ = rename(path_.c_str(), target_.c_str()) == 0;
    return published_;
  }

 private:
  static constexpr unsigned kMostTried = 1000;

  const std::string target_;
  std::string path_;
  int file_ = -1;
  bool published_ = false;
};

// Brings the new name to the disk. Until then a crash of the machine may bring
// the old file back, as whole as the new one; so it does not matter if this
// fails.
void SyncFolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder =
      slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

}  // namespace

bool ReplaceFile(const std::string& path, std::string_view bytes,
                 std::string* problem) {
  StagedFile staged(path);
  if (!staged.is_open() || !staged.Write(bytes) || !staged.Publish()) {
    *problem = "cannot be written: " + std::system_category().message(errno);
    return false;
  }
  SyncFolderOf(path);
  return true;
}

}  // namespace saring
