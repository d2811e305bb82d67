// What a _search body has to be so that the policy holds.

#ifndef SARING_PLUGIN_CLI_OPENSEARCH_REWRITE_H_
#define SARING_PLUGIN_CLI_OPENSEARCH_REWRITE_H_

#include <saring/saring.h>

namespace saring::cli {

// Reads one body from standard input, to its end, and prints the body to send
// instead, in a line. Throws Failure, with the reason, when it cannot be made
// safe, and if the library or a stream fails.
void RewriteForOpenSearch(const saring_policy* policy);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_OPENSEARCH_REWRITE_H_
