// Why a body is not rewritten, and where in it the reason lies.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_REFUSAL_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_REFUSAL_H_

#include <stdexcept>
#include <string>

namespace saring::opensearch {

// Ends the rewriting. Its text is what the caller is told.
class Refusal : public std::runtime_error {
 public:
  // `path` is as in "query.bool.must[1]", "" for the body as a whole.
  Refusal(const std::string& path, const std::string& why)
      : std::runtime_error(path.empty() ? why : path + ": " + why) {}
};

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_REFUSAL_H_
