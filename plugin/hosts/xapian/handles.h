// The handles of the C ABI, owned; its failures, thrown.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_HANDLES_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_HANDLES_H_

#include <saring/saring.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace saring::xapian {

struct PolicyFree {
  void operator()(saring_policy* policy) const { saring_policy_free(policy); }
};
struct ScratchFree {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using PolicyHandle = std::unique_ptr<saring_policy, PolicyFree>;
using ScratchHandle = std::unique_ptr<saring_scratch, ScratchFree>;

// Another handle to `policy`. Throws Error when it is NULL or memory is out.
PolicyHandle Share(const saring_policy* policy);

// Throws Error when memory is out.
ScratchHandle NewScratch();

// Throws Error unless `status` is SARING_OK.
void Require(saring_status status);

// The rules that fired in the last check of `scratch`, of which there are
// `count`. What they point to is borrowed from `scratch`.
std::vector<saring_rule> FiredRules(const saring_scratch* scratch,
                                    uint32_t count);

// `action` or `answer` as this adapter knows them: a newer library may send one
// between or beyond, which is met as the nearest smaller.
saring_action KnownAction(uint32_t action);
saring_answer KnownAnswer(uint32_t answer);

}  // namespace saring::xapian

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_HANDLES_H_
