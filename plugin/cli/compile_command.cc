#include <string>

#include "plugin/cli/commands.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/interrupt.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"

namespace saring::cli {
namespace {

void Save(const saring_policy* policy, const std::string& image) {
  saring_error* error = nullptr;
  const saring_status status =
      saring_policy_save(policy, image.c_str(), &error);
  TellLines(saring_error_text(error));
  saring_error_free(error);
  if (status != SARING_OK) {
    throw Failure("no image was made: " +
                  std::string(saring_status_text(status)));
  }
}

}  // namespace

int RunCompile(const CompileOptions& options) {
  if (options.image == "-") {
    throw UsageError("an image needs a file; it cannot be standard output");
  }
  const PolicyHandle policy = LoadPolicy(options.policy);
  TellLines(saring_policy_warnings(policy.get()));
  // Saving takes a moment, and leaves half a file if it is ended.
  CatchInterrupts();
  Save(policy.get(), options.image);
  Print(options.image + ": " + saring_policy_name(policy.get()) +
        ", revision " + saring_policy_revision(policy.get()) +
        ", fingerprint " + saring_policy_fingerprint(policy.get()) + '\n');
  FlushOutput();
  return kExitOk;
}

}  // namespace saring::cli
