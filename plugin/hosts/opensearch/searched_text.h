// What the policy says of the words that a body searches for.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_SEARCHED_TEXT_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_SEARCHED_TEXT_H_

#include <saring/saring.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/hosts/opensearch/query_reader.h"

namespace saring::opensearch {

// The C ABI did not do what it was asked for.
class LibraryFailure : public std::runtime_error {
 public:
  explicit LibraryFailure(saring_status why)
      : std::runtime_error(saring_status_text(why)), status(why) {}
  const saring_status status;
};

// Throws LibraryFailure unless `status` is SARING_OK.
void Require(saring_status status);

// The texts, each once, a space between.
std::string JoinTexts(const std::vector<SearchedText>& texts);

// The verdict of `policy` on a query. What it points to is the scratch's.
saring_verdict CheckQuery(const saring_policy* policy, saring_scratch* scratch,
                          std::string_view text);

// Takes the words that are evidence out of each text that is answered so by
// itself and can be reworded.
void RewordTexts(const saring_policy* policy, saring_scratch* scratch,
                 const std::vector<SearchedText>& texts);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_SEARCHED_TEXT_H_
