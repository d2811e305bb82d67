// The C ABI: live policies.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "plugin/c_api/guard.h"
#include "plugin/c_api/handles.h"
#include "plugin/live/live_policy.h"

namespace {

constexpr size_t kOptionsSize1 =
    offsetof(saring_live_options, poll_milliseconds) +
    sizeof(saring_live_options::poll_milliseconds);
constexpr size_t kStateSize1 =
    offsetof(saring_live_state, faults) + sizeof(saring_live_state::faults);

// Of a day. Who wants to look more seldom need not watch at all.
constexpr uint32_t kMostMilliseconds = 86'400'000;

const char* OrNothing(const char* text) { return text == nullptr ? "" : text; }

saring::LiveOptions OptionsOf(const saring_live_options& options) {
  saring::LiveOptions result;
  result.path = options.path;
  result.last_good = OrNothing(options.last_good);
  result.off_switch = OrNothing(options.off_switch);
  result.watch = options.watch != 0;
  if (options.poll_milliseconds != 0) {
    result.poll_milliseconds = static_cast<int>(
        std::min(options.poll_milliseconds, kMostMilliseconds));
  }
  return result;
}

saring_status Fail(std::string faults, saring_error** error) {
  if (error != nullptr) *error = new saring_error{std::move(faults)};
  return SARING_BAD_POLICY;
}

}  // namespace

saring_status saring_live_create(const saring_live_options* options,
                                 saring_live** live, saring_error** error) {
  if (options == nullptr || options->struct_size < kOptionsSize1 ||
      options->path == nullptr || live == nullptr) {
    return SARING_INVALID_ARGUMENT;
  }
  return Guard([&] {
    std::string faults;
    auto rep = saring::LivePolicy::Open(OptionsOf(*options), &faults);
    if (rep == nullptr) return Fail(std::move(faults), error);
    *live = new saring_live{std::move(rep)};
    return SARING_OK;
  });
}

void saring_live_free(saring_live* live) { delete live; }

saring_status saring_live_reload(saring_live* live, saring_error** error) {
  if (live == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    std::string faults;
    if (live->rep->Reload(&faults)) return SARING_OK;
    return Fail(std::move(faults), error);
  });
}

saring_status saring_live_enforce(saring_live* live, uint32_t on) {
  if (live == nullptr) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    live->rep->Enforce(on != 0);
    return SARING_OK;
  });
}

const saring_policy* saring_live_policy(saring_live* live,
                                        saring_scratch* scratch) {
  if (live == nullptr || scratch == nullptr) return nullptr;
  saring::LivePolicy& rep = *live->rep;
  // Before the policy is asked for: what changes meanwhile is seen next time.
  const uint64_t generation = rep.generation();
  if (scratch->live_generation == generation &&
      scratch->live_serial == rep.serial()) {
    return &scratch->live_policy;
  }
  const saring_status status = Guard([&] {
    saring::PolicyInForce newest = rep.Get();
    scratch->live_policy.rep = std::move(newest.ruleset);
    scratch->live_policy.enforced = newest.enforced;
    scratch->live_serial = rep.serial();
    scratch->live_generation = generation;
    return SARING_OK;
  });
  return status == SARING_OK ? &scratch->live_policy : nullptr;
}

saring_status saring_live_get_state(const saring_live* live,
                                    saring_scratch* scratch,
                                    saring_live_state* state) {
  if (live == nullptr || scratch == nullptr || state == nullptr ||
      state->struct_size < kStateSize1) {
    return SARING_INVALID_ARGUMENT;
  }
  return Guard([&] {
    scratch->live_state = live->rep->state();
    const saring::LiveState& now = scratch->live_state;
    state->enforced = now.in_force.enforced;
    state->is_last_good = now.is_last_good;
    state->watching = now.watching;
    state->good_loads = now.good_loads;
    state->bad_loads = now.bad_loads;
    state->loaded_at = now.loaded_at;
    state->failed_at = now.failed_at;
    state->revision = now.in_force.ruleset->revision.c_str();
    state->fingerprint = now.in_force.ruleset->fingerprint.c_str();
    state->bad_revision = now.bad_revision.c_str();
    state->faults = now.faults.c_str();
    return SARING_OK;
  });
}
