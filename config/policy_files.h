// Files that lie beside a policy and belong to it.

#ifndef SARING_CONFIG_POLICY_FILES_H_
#define SARING_CONFIG_POLICY_FILES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config/fault.h"
#include "config/policy.h"
#include "config/policy_loader.h"

namespace saring {

// A hash of `bytes` that continues `hash`. Not against forgers.
uint64_t HashBytes(std::string_view bytes, uint64_t hash);

struct PolicyFile {
  std::string bytes;
  uint32_t number;  // into Policy::files
};

// Reads the files of one policy, and keeps the sum of their sizes within the
// limit of policy_loader.h.
class PolicyFiles {
 public:
  // `path` is that of the policy's own file; faults go to *faults. A file that
  // is read is added to the policy's files and to its hash. Borrows both.
  PolicyFiles(const std::string& path, Policy* policy, FaultList* faults);

  // nullopt after a fault.
  std::optional<PolicyFile> Read(const Written& name);

 private:
  // The path of the file, or "" after a fault.
  std::string Resolve(const Written& name);
  uint32_t FileNumber(const Written& name);

  Policy* policy_;
  FaultList* faults_;
  std::string shown_folder_;  // with which files are named in faults
  std::string real_folder_;   // without symbolic links, ends in '/'
  size_t bytes_left_ = kMaxTermFileBytes;
};

}  // namespace saring

#endif  // SARING_CONFIG_POLICY_FILES_H_
