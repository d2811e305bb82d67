#include "bench/speed/forgetful_judge.h"

#include <stdexcept>
#include <string>

#include "plugin/engine/check.h"
#include "plugin/engine/load.h"

namespace saring::speed {

ForgetfulJudge::ForgetfulJudge(const std::filesystem::path& path)
    : scratch_(std::make_unique<Scratch>()) {
  std::string faults;
  ruleset_ = LoadRuleset(path, &faults);
  if (ruleset_ == nullptr) throw std::runtime_error(faults);
}

ForgetfulJudge::~ForgetfulJudge() = default;

uint64_t ForgetfulJudge::Title(std::string_view text) {
  // Under another seed no word has the key under which it is remembered. Zero
  // would draw one.
  scratch_->normalizer.units.seed += 2;
  scratch_->normalizer.units.seed |= 1;
  CheckListing(*ruleset_, {.title = text}, scratch_.get(), Rules::kInForce,
               Depth::kVerdict);
  return static_cast<uint64_t>(scratch_->verdict.action);
}

}  // namespace saring::speed
