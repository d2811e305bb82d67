// The file of the decision log: whole lines, moved on by size, whatever happens
// to it meanwhile.

#include "plugin/monitor/log_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/run_program.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

namespace fs = std::filesystem;

struct Log {
  explicit Log(uint64_t most_bytes = 1000, unsigned most_files = 2)
      : path(dir.At("log")), file(path, most_bytes, most_files) {}

  // The errno of appending `lines`, all of which are in the file if it is 0.
  int Append(const std::string& lines) {
    const LogFile::Appended appended = file.Append(lines);
    CHECK((appended.error == 0) == (appended.bytes == lines.size()));
    return appended.error;
  }
  std::string Read(const std::string& suffix = "") const {
    return ReadFile(path + suffix);
  }

  const TempDir dir;
  const std::string path;
  LogFile file;
};

TEST_CASE("Lines are appended to what is there", "[monitor]") {
  Log log;
  log.dir.Write("log", "old\n");
  CHECK(log.Append("a\nb\n") == 0);
  CHECK(log.Append("c\n") == 0);
  CHECK(log.Append("") == 0);
  CHECK(log.Read() == "old\na\nb\nc\n");
}

TEST_CASE("What follows a torn line stands on a new one", "[monitor]") {
  Log log;
  log.dir.Write("log", "old\nto");
  CHECK(log.Append("a\n") == 0);
  CHECK(log.Read() == "old\nto\na\n");
}

TEST_CASE("A file is moved on before it is too long", "[monitor]") {
  Log log(8, 2);
  CHECK(log.Append("11\n22\n33\n44\n55\n66\n77\n") == 0);
  CHECK(log.Read() == "77\n");
  CHECK(log.Read(".1") == "55\n66\n");
  CHECK(log.Read(".2") == "33\n44\n");  // the first two lines are gone
  CHECK_FALSE(fs::exists(log.path + ".3"));
}

TEST_CASE("A line longer than a file has one of its own", "[monitor]") {
  Log log(8, 3);
  CHECK(log.Append("1\n234567890\n2\n") == 0);
  CHECK(log.Read() == "2\n");
  CHECK(log.Read(".1") == "234567890\n");
  CHECK(log.Read(".2") == "1\n");
}

TEST_CASE("A gap among the older files closes", "[monitor]") {
  Log log(4, 3);
  log.dir.Write("log", "new\n");
  log.dir.Write("log.2", "old\n");  // as if killed between two renames
  CHECK(log.Append("a\n") == 0);
  CHECK(log.Read() == "a\n");
  CHECK(log.Read(".1") == "new\n");
  CHECK(log.Read(".3") == "old\n");
}

TEST_CASE("A file that others move or remove is begun anew", "[monitor]") {
  Log log;
  CHECK(log.Append("a\n") == 0);
  fs::rename(log.path, log.path + ".moved");
  CHECK(log.Append("b\n") == 0);
  fs::remove(log.path);
  CHECK(log.Append("c\n") == 0);
  CHECK(log.Read(".moved") == "a\n");
  CHECK(log.Read() == "c\n");
}

TEST_CASE("A folder that goes and comes back", "[monitor]") {
  const TempDir dir;
  LogFile file(dir.At("logs/log"), 1000, 2);
  CHECK(file.Append("a\n").error == ENOENT);
  fs::create_directory(dir.At("logs"));
  CHECK(file.Append("a\n").error == 0);
  fs::remove_all(dir.At("logs"));
  CHECK(file.Append("b\n").error == ENOENT);
  fs::create_directory(dir.At("logs"));
  CHECK(file.Append("b\n").error == 0);
  CHECK(ReadFile(dir.At("logs/log")) == "b\n");
}

TEST_CASE("What is no regular file is refused", "[monitor]") {
  const TempDir dir;
  CHECK(LogFile(dir.path(), 1000, 2).Append("a\n").error == EISDIR);
  CHECK(LogFile("/dev/null", 1000, 2).Append("a\n").error == EINVAL);
  REQUIRE(mkfifo(dir.At("pipe").c_str(), 0600) == 0);
  CHECK(LogFile(dir.At("pipe"), 1000, 2).Append("a\n").error == EINVAL);
}

TEST_CASE("A file that another holds is left alone until it is free",
          "[monitor]") {
  Log log;
  const int other = open(log.path.c_str(), O_RDWR | O_CREAT, 0600);
  REQUIRE(other >= 0);
  REQUIRE(flock(other, LOCK_EX) == 0);
  CHECK(log.Append("a\n") == EWOULDBLOCK);
  close(other);
  CHECK(log.Append("a\n") == 0);
  CHECK(log.Read() == "a\n");
}

// Runs `body` in a child of its own; its result.
template <typename Body>
int InChild(Body body) {
  const pid_t child = fork();
  if (child == 0) _exit(body());
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("A full disk tears no line, and the rest is written later",
          "[monitor]") {
  const TempDir dir;
  const std::string path = dir.At("log");
  // A limit on the file is what a full disk is to write().
  const int failed = InChild([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {10, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    LogFile file(path, 1000, 2);
    const LogFile::Appended first = file.Append("1234\n5678\n90\n");
    if (first.bytes != 10 || first.error != EFBIG) return 1;
    const LogFile::Appended torn = file.Append("xy\n");
    if (torn.bytes != 0 || ReadFile(path) != "1234\n5678\n") return 2;
    const rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &more);
    return file.Append("90\n").error == 0 ? 0 : 3;
  });
  CHECK(failed == 0);
  CHECK(ReadFile(path) == "1234\n5678\n90\n");
}

TEST_CASE("A line that fits only in part leaves nothing behind", "[monitor]") {
  const TempDir dir;
  const std::string path = dir.At("log");
  const int failed = InChild([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {7, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    LogFile file(path, 1000, 2);
    return file.Append("1234\n5678\n").bytes == 5 ? 0 : 1;
  });
  CHECK(failed == 0);
  CHECK(ReadFile(path) == "1234\n");
}

TEST_CASE("Processes share a file, moving it on, and lose no line",
          "[monitor]") {
  constexpr int kProcesses = 4, kLines = 300;
  const TempDir dir;
  const std::string path = dir.At("log");
  std::vector<pid_t> children;
  for (int p = 0; p < kProcesses; ++p) {
    children.push_back(fork());
    if (children.back() != 0) continue;
    LogFile file(path, 500, 1000);
    for (int i = 0; i < kLines; ++i) {
      const std::string line =
          std::to_string(p) + ' ' + std::to_string(i) + '\n';
      while (file.Append(line).error == EWOULDBLOCK) usleep(100);
    }
    _exit(0);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  std::set<std::string> lines;
  size_t count = 0;
  for (const auto& entry : fs::directory_iterator(dir.path())) {
    CHECK(fs::file_size(entry) <= 500);
    std::istringstream in(ReadFile(entry.path()));
    for (std::string line; std::getline(in, line); ++count) lines.insert(line);
  }
  CHECK(count == kProcesses * kLines);
  CHECK(lines.size() == kProcesses * kLines);
}

}  // namespace
}  // namespace saring
