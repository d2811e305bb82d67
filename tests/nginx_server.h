// Debian's own nginx and its Lua module, unpacked, with the example that stands
// before a cluster.

#ifndef SARING_TESTS_NGINX_SERVER_H_
#define SARING_TESTS_NGINX_SERVER_H_

#include <fcntl.h>
#include <httplib.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include "tests/run_program.h"
#include "tests/server_start.h"
#include "tests/temp_dir.h"

namespace saring {

inline const std::string kExample =
    SARING_SOURCE_DIR "/plugin/hosts/opensearch/nginx/";

// Throws std::runtime_error unless `from` is there, and once.
inline void Replace(std::string* text, const std::string& from,
                    const std::string& to) {
  const size_t at = text->find(from);
  if (at == text->npos || text->find(from, at + 1) != text->npos) {
    throw std::runtime_error("nginx.conf has not one of: " + from);
  }
  text->replace(at, from.size(), to);
}

// The nginx.conf of the example, with what this machine has other than Debian:
// ports, the places of files, where the modules lie. Two workers, each with
// connections of its own, say which of them answers. A module of Lua in the
// folder `lua` of `dir` stands before that of the example.
inline std::string ExampleConfig(const TempDir& dir, uint16_t port,
                                 int cluster_port) {
  const std::string unpacked = SARING_UNPACKED "/";
  const std::string modules = "/usr/lib/nginx/modules/";
  const std::string lua = "/usr/share/lua/5.1/?.lua;";
  std::string config = ReadFile(kExample + "nginx.conf");
  Replace(&config, "user www-data;", "user root;");
  Replace(&config, "worker_processes auto;", "worker_processes 2;");
  Replace(&config, "/run/nginx.pid", dir.At("nginx.pid"));
  Replace(&config, "/var/log/nginx/error.log", dir.At("error.log"));
  Replace(&config, "/var/log/nginx/access.log", dir.At("access.log"));
  Replace(&config, "include /etc/nginx/modules-enabled/*.conf;",
          "load_module " + unpacked + "libnginx-mod-http-ndk" + modules +
              "ndk_http_module.so;\nload_module " + unpacked +
              "libnginx-mod-http-lua" + modules + "ngx_http_lua_module.so;");
  Replace(&config, "/usr/local/share/saring/policies/used-imports.yaml",
          dir.At("policy.yaml"));
  Replace(&config, "/var/lib/saring/last-good.image", dir.At("good.image"));
  Replace(&config, "/var/lib/saring/off", dir.At("off"));
  std::string bodies;
  for (const char* kind :
       {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    bodies += std::string(kind) + "_temp_path " + dir.At(kind) + ";\n";
  }
  Replace(&config, "http {\n", "http {\n" + bodies);
  Replace(&config, "/usr/local/share/saring/nginx/?.lua;",
          dir.At("lua/?.lua;") + kExample + "?.lua;" + unpacked +
              "lua-resty-core" + lua + unpacked + "lua-resty-lrucache" + lua);
  Replace(&config, "127.0.0.1:9200",
          "127.0.0.1:" + std::to_string(cluster_port));
  Replace(&config, "listen 127.0.0.1:9201;",
          "listen 127.0.0.1:" + std::to_string(port) +
              " reuseport;\nadd_header X-Worker $pid always;");
  return config;
}

// nginx with its workers, which end with this object at the latest, or with
// this process.
class Nginx {
 public:
  // Serves the policy `policy.yaml` of `dir`. It takes connections when the
  // constructor returns; throws std::runtime_error, with what nginx said, when
  // it does not come to it.
  Nginx(const TempDir& dir, int cluster_port) {
    for (int attempt = 0; attempt < 5; ++attempt) {
      port_ = FreePort();
      Start(dir, ExampleConfig(dir, port_, cluster_port));
      if (Answers()) return;
      Stop();
      const std::string said = ReadFile(dir.At("nginx.out"));
      if (said.find("Address already in use") == said.npos) break;
    }
    throw std::runtime_error("nginx does not start: " +
                             ReadFile(dir.At("nginx.out")));
  }
  ~Nginx() { Stop(); }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  // Sends the request over a connection of its own. Throws std::runtime_error
  // without an answer.
  httplib::Response Send(const httplib::Request& request) const {
    const auto client = Client();
    const auto result = client->send(request);
    if (!result) throw std::runtime_error(httplib::to_string(result.error()));
    return *result;
  }

  std::unique_ptr<httplib::Client> Client() const {
    auto client = std::make_unique<httplib::Client>("127.0.0.1", port_);
    client->set_url_encode(false);
    return client;
  }

  // Has it read its configuration again; returns when the old workers are gone.
  // Throws std::runtime_error when that takes more than 20 seconds.
  void Reload() {
    const std::set<pid_t> old = Workers();
    kill(pid_, SIGHUP);
    for (int tries = 0; tries < 1000; ++tries) {
      const std::set<pid_t> now = Workers();
      const bool are_new = std::none_of(
          now.begin(), now.end(), [&](pid_t pid) { return old.contains(pid); });
      if (now.size() == old.size() && are_new) return;
      usleep(20000);
    }
    throw std::runtime_error("nginx does not reload");
  }

  // Ends it. The exit code, 0 when all was well; a signal is negative.
  int Stop() {
    if (pid_ <= 0) return 0;
    kill(pid_, SIGTERM);
    const Ending ending = WaitForProgram(pid_);
    pid_ = 0;
    return ending.exit_code;
  }

 private:
  void Start(const TempDir& dir, const std::string& config) {
    const std::string file = dir.Write("nginx.conf", config);
    const std::string out = dir.At("nginx.out");
    const std::string nginx = SARING_UNPACKED "/nginx/usr/sbin/nginx";
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ > 0) return;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    setenv("LD_LIBRARY_PATH", SARING_NGINX_LIBRARIES, 1);
    const int fd = open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(fd, STDOUT_FILENO);
    dup2(fd, STDERR_FILENO);
    execl(nginx.c_str(), nginx.c_str(), "-p", dir.path().c_str(), "-c",
          file.c_str(), "-e", out.c_str(), "-g", "daemon off;", nullptr);
    _exit(127);
  }

  std::set<pid_t> Workers() const {
    const std::string pid = std::to_string(pid_);
    std::istringstream children(
        ReadFile("/proc/" + pid + "/task/" + pid + "/children"));
    return {std::istream_iterator<pid_t>(children), {}};
  }

  bool Answers() {
    httplib::Request request;
    request.method = "GET";
    request.path = "/";
    return ComesUp(&pid_, [&] { return bool{Client()->send(request)}; });
  }

  pid_t pid_ = 0;
  uint16_t port_ = 0;
};

}  // namespace saring

#endif  // SARING_TESTS_NGINX_SERVER_H_
