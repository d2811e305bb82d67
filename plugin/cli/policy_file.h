// Loads the policy that the command line names.

#ifndef SARING_PLUGIN_CLI_POLICY_FILE_H_
#define SARING_PLUGIN_CLI_POLICY_FILE_H_

#include <string>

#include "plugin/cli/library.h"

namespace saring::cli {

// Either a policy, or every fault that it has, a line each.
struct PolicyOrFaults {
  PolicyHandle policy;
  std::string faults;
};

// Throws Failure where the library fails rather than the policy.
PolicyOrFaults TryLoadPolicy(const std::string& path);

// The policy at `path`, or for "" at DefaultPolicyPath(). Tells the faults of a
// bad one and throws Failure.
PolicyHandle LoadPolicy(const std::string& path);

// Of the policy installed with this program: beside it if the installation was
// moved, else where it was installed to. Throws Failure if it is in neither.
std::string DefaultPolicyPath();

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_POLICY_FILE_H_
