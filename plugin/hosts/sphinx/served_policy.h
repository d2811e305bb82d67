// The policy that this process serves: one for all its threads, which follows
// its files.

#ifndef SARING_PLUGIN_HOSTS_SPHINX_SERVED_POLICY_H_
#define SARING_PLUGIN_HOSTS_SPHINX_SERVED_POLICY_H_

#include <saring/saring.h>

#include <string>

namespace saring::sphinx {

// Loads the policy that the environment variable SARING_POLICY names, unless it
// is loaded already. SARING_LAST_GOOD and SARING_OFF_SWITCH may name the files
// that saring_live_options calls last_good and off_switch. "" when a policy is
// there, else every fault, a line each; then the next call tries again. Any
// thread.
std::string LoadServedPolicy();

// The newest good policy; NULL before LoadServedPolicy() succeeded, or without
// memory. Borrowed from `scratch` until it is next given to this function, or
// freed. Any thread; waits for no load.
const saring_policy* ServedPolicy(saring_scratch* scratch);

}  // namespace saring::sphinx

#endif  // SARING_PLUGIN_HOSTS_SPHINX_SERVED_POLICY_H_
