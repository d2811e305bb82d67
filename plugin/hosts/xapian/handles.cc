#include "plugin/hosts/xapian/handles.h"

#include <saring/xapian.h>

namespace saring::xapian {

PolicyHandle Share(const saring_policy* policy) {
  if (policy == nullptr) throw Error("no policy was given");
  PolicyHandle handle(saring_policy_share(policy));
  if (handle == nullptr) Require(SARING_NO_MEMORY);
  return handle;
}

ScratchHandle NewScratch() {
  ScratchHandle handle(saring_scratch_create());
  if (handle == nullptr) Require(SARING_NO_MEMORY);
  return handle;
}

void Require(saring_status status) {
  if (status != SARING_OK) throw Error(saring_status_text(status));
}

std::vector<saring_rule> FiredRules(const saring_scratch* scratch,
                                    uint32_t count) {
  std::vector<saring_rule> rules(count);
  for (uint32_t i = 0; i < count; ++i) {
    rules[i].struct_size = sizeof(saring_rule);
    Require(saring_fired_rule(scratch, i, &rules[i]));
  }
  return rules;
}

saring_action KnownAction(uint32_t action) {
  if (action >= SARING_HIDE) return SARING_HIDE;
  if (action >= SARING_DEMOTE) return SARING_DEMOTE;
  if (action >= SARING_REVIEW) return SARING_REVIEW;
  return SARING_SHOW;
}

saring_answer KnownAnswer(uint32_t answer) {
  if (answer >= SARING_EMPTY) return SARING_EMPTY;
  if (answer >= SARING_WITHOUT) return SARING_WITHOUT;
  return SARING_CLEAN;
}

}  // namespace saring::xapian
