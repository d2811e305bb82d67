// How a command ends early. Messages are for people, without "saring: " before
// them and without a full stop.

#ifndef SARING_PLUGIN_CLI_FAILURE_H_
#define SARING_PLUGIN_CLI_FAILURE_H_

#include <stdexcept>
#include <string>
#include <system_error>

namespace saring::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;  // a policy, data or the machine at fault
inline constexpr int kExitUsage = 2;   // the command line at fault

// Ends the command with kExitFailed.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Ends the command with kExitUsage.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// "No space left on device" for ENOSPC.
inline std::string ErrnoText(int error) {
  return std::generic_category().message(error);
}

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_FAILURE_H_
