#include "plugin/monitor/watch.h"

#include <utility>

#include "plugin/monitor/times.h"

namespace saring {

Watch::Watch(std::shared_ptr<Monitor> monitor)
    : monitor_(std::move(monitor)),
      tally_(monitor_->Add()),
      log_(monitor_->log()),
      record_(log_ != nullptr ? std::make_unique<Record>() : nullptr),
      dice_(static_cast<uint64_t>(Clock::now().time_since_epoch().count()) ^
            reinterpret_cast<uintptr_t>(this)) {}

Watch::~Watch() { monitor_->Remove(tally_); }

void Watch::After(const Subject& subject,
                  const std::shared_ptr<const Ruleset>& policy,
                  const Scratch& scratch) {
  if (until_timed_ == 0) EndTime(subject.asked);
  if (tally_->policy() != policy.get()) Begin(policy);
  tally_->Count(subject.asked, scratch);
  if (log_ == nullptr) return;
  const bool shows = scratch.verdict.action == Action::kShow &&
                     scratch.shadow.verdict.fired.empty();
  const LogOptions& options = log_->options();
  const uint32_t sample = shows ? options.shows : options.sample;
  if (sample > 0 && dice_.Happens(sample)) Log(subject, *policy, scratch);
}

void Watch::Begin(const std::shared_ptr<const Ruleset>& policy) {
  if (log_ != nullptr) texts_ = std::make_shared<const PolicyTexts>(*policy);
  monitor_->BeginPolicy(tally_, policy);
}

void Watch::EndTime(Asked asked) {
  const auto time = Clock::now() - begun_;
  tally_->CountTime(
      asked,
      static_cast<uint64_t>(
          std::chrono::duration_cast<std::chrono::nanoseconds>(time).count()));
  // One in 64, but no 64th: a host that asks for 64 texts a page would have the
  // same one timed for ever.
  until_timed_ = 1 + static_cast<uint32_t>(dice_.Throw() % 127);
}

void Watch::Log(const Subject& subject, const Ruleset& policy,
                const Scratch& scratch) {
  for (const uint32_t piece : scratch.verdict.pieces) {
    policy.terms.FetchPlace(scratch.evidence.hits[piece].term);
  }
  record_->Pack(subject, policy, *texts_, scratch, NowMicroseconds());
  if (!log_->Put(*record_, texts_)) tally_->CountDropped();
}

}  // namespace saring
