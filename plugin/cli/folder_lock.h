// A lock on a folder, which ends with the process that holds it.

#ifndef SARING_PLUGIN_CLI_FOLDER_LOCK_H_
#define SARING_PLUGIN_CLI_FOLDER_LOCK_H_

#include <string>

namespace saring::cli {

// Keeps programs apart that lock the same folder, and nobody else. Nothing is
// written. The lock stays with the folder when that is renamed.
class FolderLock {
 public:
  // Tries once to lock the folder at `path`, which must not be a link.
  explicit FolderLock(const std::string& path);
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;

  bool holds() const { return outcome_ == Outcome::kHeld; }

  // Another holds the lock, or the folder is gone from that path. Neither holds
  // nor taken: this file system knows no locks.
  bool taken() const { return outcome_ == Outcome::kTaken; }

 private:
  enum class Outcome { kHeld, kTaken, kUnknown };

  Outcome TryLock(const std::string& path) const;

  int fd_;
  Outcome outcome_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_FOLDER_LOCK_H_
