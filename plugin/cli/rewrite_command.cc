#include "plugin/cli/commands.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/opensearch_rewrite.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/sphinx_rewrite.h"

namespace saring::cli {

int RunRewrite(const RewriteOptions& options) {
  const auto policy = LoadPolicy(options.policy);
  if (options.engine == "opensearch") {
    RewriteForOpenSearch(policy.get());
  } else {
    RewriteForSphinx(policy.get());
  }
  return kExitOk;
}

}  // namespace saring::cli
