// For the tests that start servers.

#ifndef SARING_TESTS_SERVER_START_H_
#define SARING_TESTS_SERVER_START_H_

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>

namespace saring {

// A port of 127.0.0.1 that was free a moment ago.
inline uint16_t FreePort() {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool bound =
      bind(fd, generic, size) == 0 && getsockname(fd, generic, &size) == 0;
  close(fd);
  if (!bound) throw std::runtime_error("no free port on 127.0.0.1");
  return ntohs(address.sin_port);
}

// Waits until `answers()`; false when the process has ended before, and *pid is
// 0 then, or when it takes more than ten seconds.
template <typename Answers>
bool ComesUp(pid_t* pid, Answers answers) {
  for (int tries = 0; tries < 500; ++tries) {
    if (waitpid(*pid, nullptr, WNOHANG) != 0) {
      *pid = 0;
      return false;
    }
    if (answers()) return true;
    usleep(20000);
  }
  return false;
}

}  // namespace saring

#endif  // SARING_TESTS_SERVER_START_H_
