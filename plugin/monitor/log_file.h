// A file of lines that does not grow for ever.

#ifndef SARING_PLUGIN_MONITOR_LOG_FILE_H_
#define SARING_PLUGIN_MONITOR_LOG_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace saring {

// PATH, and what it was before: PATH.1, the newest, to PATH.N. It is moved on
// before it would be longer than it may be, and begun anew.
//
// Processes may append to one file at once, each with a LogFile of its own:
// they take turns by a lock on it. Whoever else moves it away, or removes it,
// is noticed before the next line. A process that is killed leaves at most one
// line torn, and what is appended next stands on a new line. One thread.
class LogFile {
 public:
  LogFile(std::string path, uint64_t most_bytes, unsigned most_files)
      : path_(std::move(path)),
        most_bytes_(most_bytes),
        most_files_(most_files) {}
  ~LogFile() { Close(); }
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;

  struct Appended {
    size_t bytes;  // whole lines, from the first, that are in the file
    int error;     // why not all of them: an errno, EWOULDBLOCK where another
                   // process holds the file; 0 when all are
  };
  // REQUIRES: whole lines
  Appended Append(std::string_view lines);

 private:
  void Close();
  bool Open();
  bool IsAtPath() const;
  bool Lock();
  bool Rotate();
  bool MendTail(uint64_t* size);
  size_t Write(std::string_view lines, uint64_t size);
  size_t AppendLocked(std::string_view lines);

  const std::string path_;
  const uint64_t most_bytes_;
  const unsigned most_files_;
  int file_ = -1;
};

// Opens `path` for appending, and makes it where it is not there; -1 with errno
// where that fails or it is no regular file.
int OpenForAppending(const std::string& path);

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_LOG_FILE_H_
