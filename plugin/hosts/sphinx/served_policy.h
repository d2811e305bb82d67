// The policy that this process serves: one for all its threads.

#ifndef SARING_PLUGIN_HOSTS_SPHINX_SERVED_POLICY_H_
#define SARING_PLUGIN_HOSTS_SPHINX_SERVED_POLICY_H_

#include <saring/saring.h>

#include <string>

namespace saring::sphinx {

// Loads the policy that the environment variable SARING_POLICY names, unless it
// is loaded already. "" when it is there, else every fault, a line each; then
// the next call tries again. Any thread.
std::string LoadServedPolicy();

// The policy in force; NULL before LoadServedPolicy() succeeded. Borrowed from
// `scratch` until it is next given to this function, or freed. Any thread;
// waits for nothing.
const saring_policy* ServedPolicy(saring_scratch* scratch);

}  // namespace saring::sphinx

#endif  // SARING_PLUGIN_HOSTS_SPHINX_SERVED_POLICY_H_
