// The plugin, asked through its C ABI and nothing else.

#ifndef SARING_BENCH_SPEED_JUDGE_H_
#define SARING_BENCH_SPEED_JUDGE_H_

#include <saring/saring.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace saring::speed {

struct FreePolicy {
  void operator()(saring_policy* p) const { saring_policy_free(p); }
};
using Policy = std::unique_ptr<saring_policy, FreePolicy>;

// Throws std::runtime_error with what the library says of `path`.
Policy LoadPolicy(const std::filesystem::path& path);

// One policy and one scratch. One thread at a time.
class Judge {
 public:
  // `policy` must live as long.
  explicit Judge(const saring_policy* policy);

  // A scratch that remembers nothing.
  void Forget();

  // Until Forget(). Throws std::runtime_error when it cannot be.
  void Watch(saring_monitor* monitor) {
    Require(saring_scratch_watch(scratch_.get(), monitor));
  }

  void Use(const saring_policy* policy) { policy_ = policy; }

  // A saring_action. Each throws std::runtime_error when a check fails.
  uint64_t Title(std::string_view text) {
    listing_.title = text.data();
    listing_.title_size = text.size();
    Require(
        saring_check_listing(policy_, scratch_.get(), &listing_, &verdict_));
    return verdict_.action;
  }
  uint64_t Query(std::string_view text) {
    Require(saring_check_query(policy_, scratch_.get(), text.data(),
                               text.size(), &verdict_));
    return verdict_.action;
  }

  // Whether rule `id` fired in the last check.
  bool Fired(std::string_view id) const;

 private:
  struct FreeScratch {
    void operator()(saring_scratch* p) const { saring_scratch_free(p); }
  };

  static void Require(saring_status status) {
    if (status != SARING_OK) Fail(status);
  }
  [[noreturn]] static void Fail(saring_status status);

  const saring_policy* policy_;
  std::unique_ptr<saring_scratch, FreeScratch> scratch_;
  saring_listing listing_ = {};
  saring_verdict verdict_ = {};
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_JUDGE_H_
