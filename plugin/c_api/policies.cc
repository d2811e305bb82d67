// The C ABI: policies and what is wrong with them.

#include <memory>
#include <new>
#include <string>
#include <utility>

#include "plugin/c_api/guard.h"
#include "plugin/c_api/handles.h"
#include "plugin/engine/load.h"
#include "plugin/engine/save.h"

saring_status saring_policy_create(const char* path, saring_policy** policy,
                                   saring_error** error) {
  if (path == nullptr || policy == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    std::string faults;
    auto ruleset = saring::LoadRuleset(path, &faults);
    if (ruleset == nullptr) {
      if (error != nullptr) *error = new saring_error{std::move(faults)};
      return SARING_BAD_POLICY;
    }
    *policy = new saring_policy{std::move(ruleset)};
    return SARING_OK;
  });
}

saring_status saring_policy_save(const saring_policy* policy, const char* path,
                                 saring_error** error) {
  if (policy == nullptr || path == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    std::string faults;
    if (saring::SaveRuleset(*policy->rep, path, &faults)) return SARING_OK;
    if (error != nullptr) *error = new saring_error{std::move(faults)};
    return SARING_NOT_SAVED;
  });
}

saring_policy* saring_policy_share(const saring_policy* policy) {
  if (policy == nullptr) return nullptr;
  return new (std::nothrow) saring_policy{*policy};
}

void saring_policy_free(saring_policy* policy) { delete policy; }

const char* saring_policy_name(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->name.c_str();
}

const char* saring_policy_revision(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->revision.c_str();
}

// What is switched off says the same whatever its rules are.
const char* saring_policy_fingerprint(const saring_policy* policy) {
  if (policy == nullptr) return "";
  return policy->enforced ? policy->rep->fingerprint.c_str()
                          : "0000000000000000";
}

uint32_t saring_policy_enforced(const saring_policy* policy) {
  return policy != nullptr && policy->enforced;
}

const char* saring_policy_warnings(const saring_policy* policy) {
  return policy == nullptr ? "" : policy->rep->warnings.c_str();
}

const char* saring_error_text(const saring_error* error) {
  return error == nullptr ? "" : error->rep.c_str();
}

void saring_error_free(saring_error* error) { delete error; }
