// The plugin's engine without its memory: what it would cost if no two texts
// had a word in common.

#ifndef SARING_BENCH_SPEED_FORGETFUL_JUDGE_H_
#define SARING_BENCH_SPEED_FORGETFUL_JUDGE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace saring {
struct Ruleset;
struct Scratch;
}  // namespace saring

namespace saring::speed {

// One thread at a time.
class ForgetfulJudge {
 public:
  // Throws std::runtime_error with what is wrong with the policy at `path`.
  explicit ForgetfulJudge(const std::filesystem::path& path);
  ~ForgetfulJudge();

  // A saring_action.
  uint64_t Title(std::string_view text);

 private:
  std::shared_ptr<const Ruleset> ruleset_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_FORGETFUL_JUDGE_H_
