// A fork that a sanitizer lives through.

#ifndef SARING_TESTS_QUIET_FORK_H_
#define SARING_TESTS_QUIET_FORK_H_

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace saring {

// Whether each thread of this process but the caller's is asleep.
inline bool OthersSleep() {
  const std::string self = std::to_string(gettid());
  for (const auto& thread :
       std::filesystem::directory_iterator("/proc/self/task")) {
    if (thread.path().filename() == self) continue;
    std::ifstream file(thread.path() / "stat");
    std::string stat;
    std::getline(file, stat);
    const size_t state = stat.rfind(") ");  // after the program's name
    if (state != stat.npos && stat[state + 2] != 'S') return false;
  }
  return true;
}

// The memory of glibc may be asked for in a child whatever the parent's threads
// were doing; what the address sanitizer puts in its place may not: of a thread
// that was being given some, the child inherits a lock that nobody opens. So
// this waits, for ten seconds at most, until the others rest.
inline pid_t QuietFork() {
  for (int quiet = 0, i = 0; quiet < 5 && i < 10'000; ++i) {
    quiet = OthersSleep() ? quiet + 1 : 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return fork();
}

}  // namespace saring

#endif  // SARING_TESTS_QUIET_FORK_H_
