// The library for OpenSearch and Elasticsearch, as the commands use it.

#ifndef SARING_PLUGIN_CLI_REWRITER_HANDLE_H_
#define SARING_PLUGIN_CLI_REWRITER_HANDLE_H_

#include <saring/opensearch.h>

#include <memory>

#include "plugin/cli/library.h"

namespace saring::cli {

struct FreeRewriter {
  void operator()(saring_rewriter* rewriter) const {
    saring_rewriter_free(rewriter);
  }
};
using RewriterHandle = std::unique_ptr<saring_rewriter, FreeRewriter>;

// Of the field "saring". Throws Failure without memory.
inline RewriterHandle MakeRewriter() {
  saring_rewriter* rewriter = nullptr;
  Require(saring_rewriter_create(nullptr, &rewriter));
  return RewriterHandle(rewriter);
}

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_REWRITER_HANDLE_H_
