// Whose policy decides, and the working memory that it decides with.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_POLICY_SOURCE_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_POLICY_SOURCE_H_

#include <saring/live.h>

#include "plugin/hosts/xapian/handles.h"

namespace saring::xapian {

// One policy for good, or always the newest of a live one. There is one at any
// time. One thread at a time.
class PolicySource {
 public:
  // Shares ownership of `policy`. Throws Error when it is NULL or memory is
  // out.
  explicit PolicySource(const saring_policy* policy);

  // `live` must outlive this. Throws Error likewise.
  explicit PolicySource(saring_live* live);

  // The policy for the decision that is to be made now. Where it is the same
  // as before, one number is read. Throws Error when memory is out; the policy
  // then stays what it was.
  const saring_policy* Newest();

  // What Newest() gave last, or would have when this was made. Both are
  // borrowed until the next Newest().
  const saring_policy* policy() const { return policy_; }

  // For checks by that policy; verdicts borrow from it until the next Newest().
  saring_scratch* scratch() { return scratch_.get(); }

  // Counts and logs the checks with scratch() from here on; NULL ends that. The
  // monitor may be freed before this. Throws Error when memory is out.
  void Watch(saring_monitor* monitor);

 private:
  ScratchHandle scratch_;
  PolicyHandle fixed_;           // or NULL
  saring_live* live_ = nullptr;  // or NULL
  const saring_policy* policy_ = nullptr;
};

}  // namespace saring::xapian

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_POLICY_SOURCE_H_
