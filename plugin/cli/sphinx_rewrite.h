// What a SphinxQL search has to be so that the policy holds.

#ifndef SARING_PLUGIN_CLI_SPHINX_REWRITE_H_
#define SARING_PLUGIN_CLI_SPHINX_REWRITE_H_

#include <saring/saring.h>

#include <string_view>

namespace saring::cli {

// Reads a MATCH() text a line from standard input and prints a JSON object for
// each before it reads the next. Throws Failure if the library or a stream
// fails.
void RewriteForSphinx(const saring_policy* policy);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_SPHINX_REWRITE_H_
