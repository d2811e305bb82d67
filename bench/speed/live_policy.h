// A live policy over a file that the benchmark rewrites.

#ifndef SARING_BENCH_SPEED_LIVE_POLICY_H_
#define SARING_BENCH_SPEED_LIVE_POLICY_H_

#include <saring/live.h>

#include <filesystem>
#include <memory>
#include <string>

namespace saring::speed {

// Of one thread, but Current() of any, each with its own scratch.
class LiveFile {
 public:
  // Follows a copy of the policy at `path`, beside it. Throws
  // std::runtime_error when it cannot be loaded.
  explicit LiveFile(const std::filesystem::path& path);
  ~LiveFile();
  LiveFile(const LiveFile&) = delete;
  LiveFile& operator=(const LiveFile&) = delete;

  // Another revision of the policy, read and live. Throws as above.
  void Reload();

  const saring_policy* Current(saring_scratch* scratch) const {
    return saring_live_policy(live_.get(), scratch);
  }

 private:
  struct Free {
    void operator()(saring_live* live) const { saring_live_free(live); }
  };

  void Write() const;

  std::filesystem::path copy_;
  std::string before_, behind_;  // the revision
  uint64_t revision_ = 0;
  std::unique_ptr<saring_live, Free> live_;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_LIVE_POLICY_H_
