#include "plugin/cli/policy_file.h"

#include <filesystem>
#include <system_error>

#include "plugin/cli/failure.h"
#include "plugin/cli/output.h"

namespace saring::cli {

PolicyOrFaults TryLoadPolicy(const std::string& path) {
  saring_policy* policy = nullptr;
  saring_error* error = nullptr;
  const saring_status status =
      saring_policy_create(path.c_str(), &policy, &error);
  if (status == SARING_OK) return {PolicyHandle(policy), ""};
  std::string faults = saring_error_text(error);
  saring_error_free(error);
  if (status != SARING_BAD_POLICY) {
    throw Failure("cannot load " + path + ": " + saring_status_text(status));
  }
  return {nullptr, std::move(faults)};
}

PolicyHandle LoadPolicy(const std::string& path) {
  const std::string chosen = path.empty() ? DefaultPolicyPath() : path;
  PolicyOrFaults loaded = TryLoadPolicy(chosen);
  if (loaded.policy == nullptr) {
    TellLines(loaded.faults);
    throw Failure("the policy " + chosen + " is refused");
  }
  return std::move(loaded.policy);
}

std::string DefaultPolicyPath() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path beside = program.parent_path().parent_path() /
                          "share/saring/policies/used-imports.yaml";
  for (const fs::path& path : {beside, fs::path(SARING_INSTALLED_POLICY)}) {
    if (fs::exists(path, ignored)) return path.string();
  }
  throw Failure("no policy is installed at " + beside.string() +
                "; name one with --policy FILE");
}

}  // namespace saring::cli
