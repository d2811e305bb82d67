#include "plugin/cli/opensearch_rewrite.h"

#include <saring/opensearch.h>

#include <string>

#include "plugin/cli/failure.h"
#include "plugin/cli/input_file.h"
#include "plugin/cli/library.h"
#include "plugin/cli/output.h"
#include "plugin/cli/rewriter_handle.h"

namespace saring::cli {
namespace {

// More than any search; a body of that size is a mistake.
constexpr size_t kMostBytes = size_t{16} << 20;

std::string ReadBody() {
  InputFile file("-");
  std::string body;
  char bytes[size_t{1} << 16];
  while (const size_t size = file.Read(bytes, sizeof bytes)) {
    body.append(bytes, size);
    if (body.size() > kMostBytes) {
      throw Failure("standard input: longer than " +
                    std::to_string(kMostBytes) + " bytes");
    }
  }
  return body;
}

}  // namespace

void RewriteForOpenSearch(const saring_policy* policy) {
  const ScratchHandle scratch = MakeScratch();
  const RewriterHandle rewriter = MakeRewriter();
  const std::string body = ReadBody();
  saring_search search = {};
  search.struct_size = sizeof search;
  search.body = body.data();
  search.body_size = body.size();
  saring_rewritten rewritten = {};
  rewritten.struct_size = sizeof rewritten;
  Require(saring_rewrite(rewriter.get(), policy, scratch.get(), &search,
                         &rewritten));
  if (rewritten.body == nullptr) {
    throw Failure(std::string("standard input: ") + rewritten.reason);
  }
  Print({rewritten.body, rewritten.body_size});
  Print("\n");
}

}  // namespace saring::cli
