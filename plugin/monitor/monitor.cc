#include "plugin/monitor/monitor.h"

#include <algorithm>
#include <set>
#include <utility>

#include "plugin/monitor/metrics.h"

namespace saring {

Monitor::Monitor(const std::optional<LogOptions>& log) {
  if (log) log_.emplace(*log);
}

Tally* Monitor::Add() {
  auto tally = std::make_unique<Tally>();
  const std::lock_guard lock(mutex_);
  return tallies_.emplace_back(std::move(tally)).get();
}

void Monitor::Remove(Tally* tally) {
  const std::lock_guard lock(mutex_);
  tally->AddTo(&retired_);
  std::erase_if(tallies_, [&](const auto& one) { return one.get() == tally; });
}

void Monitor::BeginPolicy(Tally* tally, std::shared_ptr<const Ruleset> policy) {
  const std::lock_guard lock(mutex_);
  last_policy_ = NameOf(*policy);
  tally->Begin(std::move(policy), &retired_);
}

std::string Monitor::Metrics() const {
  Measured measured;
  {
    const std::lock_guard lock(mutex_);
    measured.totals = retired_;
    for (const auto& tally : tallies_) {
      tally->AddTo(&measured.totals);
      if (const Ruleset* policy = tally->policy()) {
        measured.in_use.insert(NameOf(*policy));
      }
    }
    if (measured.in_use.empty() && last_policy_) {
      measured.in_use.insert(*last_policy_);
    }
  }
  measured.good_reloads = good_reloads_.load();
  measured.bad_reloads = bad_reloads_.load();
  if (log_) measured.log = log_->counts();
  return MetricsText(measured);
}

}  // namespace saring
