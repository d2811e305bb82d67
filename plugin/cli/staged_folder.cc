#include "plugin/cli/staged_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void Fail(const std::string& what, int error) {
  throw Failure("cannot write " + what + ": " + ErrnoText(error));
}

void Sync(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) Fail(path, errno);
  const int error = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  if (error != 0) Fail(path, error);
}

void SyncAll(const std::string& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end;
       !error && at != end; at.increment(error)) {
    Sync(at->path().string());
  }
  if (error) Fail(folder, error.value());
  Sync(folder);
}

std::string ParentOf(const std::string& path) {
  const std::string parent = fs::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

// mkdtemp() makes folders that only their owner may enter.
void GiveUsualMode(const std::string& folder) {
  const mode_t mask = umask(0);
  umask(mask);
  if (chmod(folder.c_str(), 0777 & ~mask) != 0) Fail(folder, errno);
}

int Rename(const std::string& from, const std::string& to, unsigned flags) {
  const int failed =
      renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags);
  return failed ? errno : 0;
}

bool LacksFlags(int error) { return error == EINVAL || error == ENOSYS; }

// For file systems that cannot exchange names: there is a moment without
// either.
int ExchangeInSteps(const std::string& staged, const std::string& target) {
  const std::string old = staged + "-old";
  if (const int error = Rename(target, old, 0)) return error;
  if (const int error = Rename(staged, target, 0)) {
    Rename(old, target, 0);
    return error;
  }
  return Rename(old, staged, 0);
}

int Install(const std::string& staged, const std::string& target) {
  int error = Rename(staged, target, RENAME_NOREPLACE);
  if (LacksFlags(error)) error = Rename(staged, target, 0);
  if (error != EEXIST && error != ENOTEMPTY) return error;
  error = Rename(staged, target, RENAME_EXCHANGE);
  return LacksFlags(error) ? ExchangeInSteps(staged, target) : error;
}

constexpr char kBuilding[] = ".building-";
constexpr char kUnique[] = "XXXXXX";  // as mkdtemp() wants it

// Only names that MakeLocked() gives: what ExchangeInSteps() sets aside may be
// all that is left of a database.
bool IsStaged(const std::string& name, const std::string& target) {
  const std::string begin = fs::path(target).filename().string() + kBuilding;
  return name.size() == begin.size() + std::strlen(kUnique) &&
         name.compare(0, begin.size(), begin) == 0;
}

// A folder that can be locked has nobody any more who builds it.
void RemoveAbandoned(const std::string& target) {
  std::error_code error;
  for (fs::directory_iterator at(ParentOf(target), error), end;
       !error && at != end; at.increment(error)) {
    if (!IsStaged(at->path().filename().string(), target)) continue;
    const FolderLock lock(at->path().string());
    std::error_code ignored;
    if (lock.holds()) fs::remove_all(at->path(), ignored);
  }
}

// Makes a folder whose name begins with *path and completes that.
FolderLock MakeLocked(std::string* path) {
  const std::string begin = *path;
  for (;;) {
    *path = begin + kUnique;
    if (mkdtemp(path->data()) == nullptr) {
      const int error = errno;
      *path = begin;
      Fail(begin.substr(0, begin.size() - std::strlen(kBuilding)), error);
    }
    FolderLock lock(*path);
    // Where another took it for abandoned before it was locked, it is gone.
    if (!lock.taken()) return lock;
  }
}

}  // namespace

StagedFolder::StagedFolder(std::string target)
    : target_(std::move(target)),
      path_(target_ + kBuilding),
      lock_((RemoveAbandoned(target_), MakeLocked(&path_))) {}

StagedFolder::~StagedFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void StagedFolder::Publish() {
  GiveUsualMode(path_);
  SyncAll(path_);
  if (const int error = Install(path_, target_)) Fail(target_, error);
  Sync(ParentOf(target_));
}

}  // namespace saring::cli
