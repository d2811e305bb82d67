#include "plugin/hosts/xapian/policy_source.h"

#include <saring/xapian.h>

namespace saring::xapian {

PolicySource::PolicySource(const saring_policy* policy)
    : scratch_(NewScratch()), fixed_(Share(policy)), policy_(fixed_.get()) {}

PolicySource::PolicySource(saring_live* live)
    : scratch_(NewScratch()), live_(live) {
  if (live == nullptr) throw Error("no policy was given");
  Newest();
}

const saring_policy* PolicySource::Newest() {
  if (live_ == nullptr) return policy_;
  const saring_policy* const newest = saring_live_policy(live_, scratch_.get());
  if (newest == nullptr) Require(SARING_NO_MEMORY);
  return policy_ = newest;
}

void PolicySource::Watch(saring_monitor* monitor) {
  Require(saring_scratch_watch(scratch_.get(), monitor));
}

}  // namespace saring::xapian
