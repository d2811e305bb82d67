// A stock xapian-tcpsrv on loopback, for the tests that need remote shards.

#ifndef SARING_TESTS_XAPIAN_SERVERS_H_
#define SARING_TESTS_XAPIAN_SERVERS_H_

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <cstdint>
#include <stdexcept>
#include <string>

#include "tests/server_start.h"

namespace saring {

// One server process, which ends with this object at the latest.
class XapianServer {
 public:
  // Serves the database in the folder `path`. It takes connections when the
  // constructor returns; throws std::runtime_error when it does not come to it.
  // `writable` says whether one connection at a time may write.
  explicit XapianServer(const std::string& path, bool writable = false)
      : writable_(writable) {
    for (int attempt = 0; attempt < 5; ++attempt) {
      port_ = FreePort();
      Start(path);
      if (Answers()) return;
      Stop();
    }
    throw std::runtime_error("xapian-tcpsrv (of xapian-tools) does not start");
  }
  ~XapianServer() { Stop(); }
  XapianServer(const XapianServer&) = delete;
  XapianServer& operator=(const XapianServer&) = delete;

  uint16_t port() const { return port_; }

  Xapian::Database Open() const {
    return Xapian::Remote::open("127.0.0.1", port_);
  }

  // REQUIRES: writable
  Xapian::WritableDatabase OpenWritable() const {
    return Xapian::Remote::open_writable("127.0.0.1", port_);
  }

  // Ends the server and every connection to it.
  void Stop() {
    if (pid_ <= 0) return;
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
    kill(-pid_, SIGKILL);  // the processes of its connections, if any are left
    pid_ = 0;
  }

 private:
  // In a session of its own: told to end, xapian-tcpsrv signals its whole
  // process group, which must not be the one of the test.
  void Start(const std::string& path) {
    const std::string port = std::to_string(port_);
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ > 0) return;
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    // It complains of every connection that a test breaks on purpose; and one
    // that outlived the test would keep whoever reads its output waiting.
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface",
           "127.0.0.1", "--port", port.c_str(), path.c_str(),
           writable_ ? "--writable" : nullptr, nullptr);
    _exit(127);
  }

  bool Answers() {
    return ComesUp(&pid_, [&] {
      try {
        Open();
        return true;
      } catch (const Xapian::NetworkError&) {
        return false;
      }
    });
  }

  const bool writable_;
  pid_t pid_ = 0;
  uint16_t port_ = 0;
};

}  // namespace saring

#endif  // SARING_TESTS_XAPIAN_SERVERS_H_
