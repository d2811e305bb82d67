// In the place of OpenSearch: a server of this process that keeps what it gets.

#ifndef SARING_TESTS_STUB_CLUSTER_H_
#define SARING_TESTS_STUB_CLUSTER_H_

#include <httplib.h>

#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace saring {

struct Received {
  std::string method, target, content_type, body;
  bool has_search_text = false;  // a header X-Search-Text
};

// Answers every request with an empty object, from a thread of its own, until
// the end of this object. Throws std::runtime_error when it cannot listen.
class StubCluster {
 public:
  StubCluster() {
    const auto keep = [this](const httplib::Request& request,
                             httplib::Response& response) {
      const std::lock_guard lock(mutex_);
      received_.push_back({request.method, request.target,
                           request.get_header_value("Content-Type"),
                           request.body, request.has_header("X-Search-Text")});
      response.set_content("{}", "application/json");
    };
    server_.Post(".*", keep);
    server_.Get(".*", keep);
    server_.set_keep_alive_max_count(1);
    port_ = server_.bind_to_any_port("127.0.0.1");
    if (port_ < 0) throw std::runtime_error("no free port on 127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  ~StubCluster() {
    server_.stop();
    thread_.join();
  }
  StubCluster(const StubCluster&) = delete;
  StubCluster& operator=(const StubCluster&) = delete;

  int port() const { return port_; }

  // What came since the last call.
  std::vector<Received> Take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(received_, {});
  }

 private:
  httplib::Server server_;
  int port_ = -1;
  std::thread thread_;
  std::mutex mutex_;
  std::vector<Received> received_;
};

}  // namespace saring

#endif  // SARING_TESTS_STUB_CLUSTER_H_
