#include "plugin/monitor/log_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace saring {
namespace {

// The first lines of `lines`, of at most `room` bytes; of one line at least if
// `any`.
size_t FittingLines(std::string_view lines, uint64_t room, bool any) {
  if (lines.size() <= room) return lines.size();
  const size_t end = room == 0
                         ? std::string_view::npos
                         : lines.rfind('\n', static_cast<size_t>(room) - 1);
  if (end != std::string_view::npos) return end + 1;
  return any ? lines.find('\n') + 1 : 0;
}

}  // namespace

int OpenForAppending(const std::string& path) {
  // Reading, to see whether the last line is whole. Not waiting, as for a pipe
  // without a reader.
  const int file = open(
      path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);
  if (file < 0) return -1;
  struct stat status = {};
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) return file;
  close(file);
  errno = EINVAL;
  return -1;
}

LogFile::Appended LogFile::Append(std::string_view lines) {
  if (!Lock()) return {0, errno};
  const size_t bytes = AppendLocked(lines);
  const int error = bytes < lines.size() ? errno : 0;
  if (file_ >= 0) flock(file_, LOCK_UN);
  return {bytes, error};
}

// Leaves the reason in errno when it appends less than all.
size_t LogFile::AppendLocked(std::string_view lines) {
  size_t done = 0;
  while (done < lines.size()) {
    uint64_t size = 0;
    if (!MendTail(&size)) return done;
    const uint64_t room = most_bytes_ - std::min(most_bytes_, size);
    const size_t fitting = FittingLines(lines.substr(done), room, size == 0);
    if (fitting == 0) {
      if (!Rotate() || !Lock()) return done;
      continue;
    }
    const size_t written = Write(lines.substr(done, fitting), size);
    done += written;
    if (written < fitting) return done;
  }
  return done;
}

void LogFile::Close() {
  if (file_ >= 0) close(file_);
  file_ = -1;
}

bool LogFile::IsAtPath() const {
  struct stat open_one = {}, at_path = {};
  return file_ >= 0 && fstat(file_, &open_one) == 0 &&
         stat(path_.c_str(), &at_path) == 0 &&
         open_one.st_ino == at_path.st_ino && open_one.st_dev == at_path.st_dev;
}

bool LogFile::Open() {
  if (IsAtPath()) return true;
  Close();
  file_ = OpenForAppending(path_);
  return file_ >= 0;
}

// Makes file_ the one at the path, and this process the one that may change it.
// What is opened may be moved away before it is locked, then it is the next.
bool LogFile::Lock() {
  constexpr int kMostTried = 10;
  for (int i = 0; i < kMostTried; ++i) {
    if (!Open()) return false;
    // Where files cannot be locked, there is one process or there are torn
    // lines.
    if (flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      return false;
    }
    if (IsAtPath()) return true;
    flock(file_, LOCK_UN);
  }
  errno = EWOULDBLOCK;
  return false;
}

// Moves the files on. The one that is locked is the last to go, so that nobody
// else does it meanwhile.
bool LogFile::Rotate() {
  const auto numbered = [this](unsigned n) {
    return path_ + '.' + std::to_string(n);
  };
  for (unsigned n = most_files_; n > 1; --n) {
    if (rename(numbered(n - 1).c_str(), numbered(n).c_str()) != 0 &&
        errno != ENOENT) {
      return false;
    }
  }
  return rename(path_.c_str(), numbered(1).c_str()) == 0;
}

// The size of the file, its last line being whole after this.
bool LogFile::MendTail(uint64_t* size) {
  struct stat status = {};
  if (fstat(file_, &status) != 0) return false;
  *size = static_cast<uint64_t>(status.st_size);
  char last = '\n';
  if (*size > 0 && pread(file_, &last, 1, status.st_size - 1) < 0) return false;
  if (last == '\n') return true;
  if (write(file_, "\n", 1) != 1) return false;
  ++*size;
  return true;
}

// How many bytes of whole lines are in the file, which was of `size`. Of a line
// that did not fit on the disk nothing is left.
size_t LogFile::Write(std::string_view lines, uint64_t size) {
  size_t written = 0;
  while (written < lines.size()) {
    const ssize_t put =
        write(file_, lines.data() + written, lines.size() - written);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) break;
    written += static_cast<size_t>(put);
  }
  if (written == lines.size()) return written;
  const int error = errno;
  const size_t end =
      written == 0 ? std::string_view::npos : lines.rfind('\n', written - 1);
  const size_t whole = end == std::string_view::npos ? 0 : end + 1;
  if (whole < written) {
    // If this fails too, the torn line gets its end before the next.
    [[maybe_unused]] const int cut =
        ftruncate(file_, static_cast<off_t>(size + whole));
  }
  errno = error;
  return whole;
}

}  // namespace saring
