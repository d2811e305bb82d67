#include "plugin/cli/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace saring::cli {

FolderLock::FolderLock(const std::string& path)
    : fd_(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)),
      outcome_(TryLock(path)) {}

FolderLock::~FolderLock() {
  if (fd_ >= 0) close(fd_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      outcome_(std::exchange(other.outcome_, Outcome::kUnknown)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(outcome_, other.outcome_);
  return *this;
}

FolderLock::Outcome FolderLock::TryLock(const std::string& path) const {
  if (fd_ < 0) return errno == ENOENT ? Outcome::kTaken : Outcome::kUnknown;
  if (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    return errno == EWOULDBLOCK ? Outcome::kTaken : Outcome::kUnknown;
  }
  // Between opening and locking another may have removed it.
  struct stat locked, there;
  const bool same =
      fstat(fd_, &locked) == 0 && lstat(path.c_str(), &there) == 0 &&
      locked.st_dev == there.st_dev && locked.st_ino == there.st_ino;
  return same ? Outcome::kHeld : Outcome::kTaken;
}

}  // namespace saring::cli
