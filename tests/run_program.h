// Runs a program as a shell would, for tests of what it prints and leaves.

#ifndef SARING_TESTS_RUN_PROGRAM_H_
#define SARING_TESTS_RUN_PROGRAM_H_

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace saring {

struct Program {
  std::vector<std::string> words;  // its path, then its arguments
  std::string in = "/dev/null";    // standard streams, as paths
  std::string out;
  std::string err;
  rlim_t largest_file = RLIM_INFINITY;  // what it may write, in bytes
};

// What became of it. A signal that ended it is a negative exit code.
struct Ending {
  int exit_code = 0;
  long peak_kib = 0;  // of memory
};

inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline pid_t StartProgram(const Program& program) {
  std::vector<char*> arguments;
  for (const std::string& word : program.words) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);
  const pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("cannot fork");
  if (pid > 0) return pid;
  const auto redirect = [](const std::string& path, int flags, int to) {
    const int fd = open(path.c_str(), flags, 0600);
    if (fd < 0) _exit(126);
    dup2(fd, to);
    if (fd > STDERR_FILENO) close(fd);
  };
  redirect(program.in, O_RDONLY, STDIN_FILENO);
  redirect(program.out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(program.err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (program.largest_file != RLIM_INFINITY) {
    // A write beyond it then fails, as on a full disk, and does not kill.
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {program.largest_file, program.largest_file};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  execv(arguments[0], arguments.data());
  _exit(127);
}

inline Ending WaitForProgram(pid_t pid) {
  int status = 0;
  rusage usage = {};
  if (wait4(pid, &status, 0, &usage) != pid) {
    throw std::runtime_error("cannot wait for a program");
  }
  Ending ending;
  ending.exit_code =
      WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  ending.peak_kib = usage.ru_maxrss;
  return ending;
}

}  // namespace saring

#endif  // SARING_TESTS_RUN_PROGRAM_H_
