#include "plugin/cli/commands.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/sphinx_rewrite.h"

namespace saring::cli {

int RunRewrite(const RewriteOptions& options) {
  if (options.engine != "sphinx") {
    throw UsageError("--for: expected sphinx, not '" + options.engine + "'");
  }
  RewriteForSphinx(LoadPolicy(options.policy).get());
  return kExitOk;
}

}  // namespace saring::cli
