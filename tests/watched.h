// Checks texts under a monitor, as the C interface does.

#ifndef SARING_TESTS_WATCHED_H_
#define SARING_TESTS_WATCHED_H_

#include <memory>
#include <string_view>

#include "plugin/engine/check.h"
#include "plugin/monitor/watch.h"
#include "tests/compiled.h"

namespace saring {

// A policy of which every part shows in a log. Rules: hidden by law, demoted by
// the house, and softened.
inline constexpr std::string_view kWatchedPolicy = R"(saring: 1
policy: watched
revision: "7"
law:
  law-1: {title: "Peraturan Uji", article: "Pasal 1"}
lists:
  fashion: {noun: true, terms: [baju, kaos]}
  used: {terms: [bekas, second], in: [title, description]}
  own: {terms: [pribadi]}
  worn: {terms: [lungsuran]}
rules:
  - id: used-fashion
    needs: [fashion, used]
    softened_by: [own]
    action: hide
    law: [law-1]
    notice: {seller: "Tidak boleh dijual."}
    hits: [baju bekas]
    misses: [baju baru, kaos]
  - id: worn-fashion
    needs: [fashion, worn]
    action: demote
    hits: [baju lungsuran]
    misses: [lungsuran, baju baru]
)";

inline std::shared_ptr<const Ruleset> WatchedPolicy(
    std::string_view yaml = kWatchedPolicy) {
  Compiled compiled = CompileText(yaml);
  if (compiled.ruleset == nullptr) throw std::runtime_error(compiled.faults);
  return compiled.ruleset;
}

// One thread's scratch and watch.
class Watched {
 public:
  Watched(std::shared_ptr<Monitor> monitor,
          std::shared_ptr<const Ruleset> policy)
      : watch_(std::move(monitor)), policy_(std::move(policy)) {}

  void Use(std::shared_ptr<const Ruleset> policy) {
    policy_ = std::move(policy);
  }

  // For the time that a check may take.
  void UseClock(Deadline::Clock clock) { scratch_.deadline = Deadline(clock); }

  void Query(std::string_view text) {
    watch_.Before();
    CheckQuery(*policy_, text, &scratch_, Rules::kInForce, Depth::kVerdict);
    watch_.After({Asked::kQuery, {.title = text}}, policy_, scratch_);
  }

  void Offer(const Subject& subject) {
    watch_.Before();
    CheckListing(*policy_, subject.texts, &scratch_, Rules::kInForce,
                 Depth::kVerdict);
    watch_.After(subject, policy_, scratch_);
  }
  void Offer(std::string_view title) {
    Offer({Asked::kListing, {.title = title}});
  }

 private:
  Watch watch_;
  std::shared_ptr<const Ruleset> policy_;
  Scratch scratch_;
};

}  // namespace saring

#endif  // SARING_TESTS_WATCHED_H_
