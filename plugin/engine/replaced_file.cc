#include "plugin/engine/replaced_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace saring {
namespace {

constexpr char kSaving[] = ".saving-";

// Locks the file at `path`, open as `file`, unless another has: the lock ends
// with the process that holds it. False also where the file is gone from there.
bool Lock(int file, const std::string& path) {
  if (flock(file, LOCK_EX | LOCK_NB) != 0) return errno != EWOULDBLOCK;
  struct stat locked, there;
  return fstat(file, &locked) == 0 && lstat(path.c_str(), &there) == 0 &&
         locked.st_dev == there.st_dev && locked.st_ino == there.st_ino;
}

// A file that can be locked has nobody any more who writes it.
void RemoveIfAbandoned(const std::string& path) {
  const int file =
      open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return;
  struct stat about;
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
      flock(file, LOCK_EX | LOCK_NB) == 0 && Lock(file, path)) {
    unlink(path.c_str());
  }
  close(file);
}

// What processes that were killed left beside `target`.
void RemoveAbandoned(const std::string& target) {
  namespace fs = std::filesystem;
  const std::string begin = fs::path(target).filename().string() + kSaving;
  const fs::path folder = fs::path(target).parent_path();
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end;
       !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.compare(0, begin.size(), begin) == 0 &&
        name.find_first_not_of("0123456789", begin.size()) == name.npos) {
      RemoveIfAbandoned(at->path().string());
    }
  }
}

// A file beside its place, locked. Removed in the end unless it was put there.
class StagedFile {
 public:
  explicit StagedFile(const std::string& target) : target_(target) {
    RemoveAbandoned(target);
    for (unsigned n = 0; file_ < 0 && n < kMostTried; ++n) {
      path_ = target + kSaving + std::to_string(n);
      // The mode is what the user's mask makes of it.
      file_ =
          open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file_ < 0 && errno != EEXIST) return;
      if (file_ >= 0 && !Lock(file_, path_)) {
        // Another took it for abandoned before it was locked.
        close(file_);
        file_ = -1;
      }
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
