// Listings as OpenSearch and Elasticsearch index them.

#ifndef SARING_PLUGIN_CLI_OPENSEARCH_DOCUMENTS_H_
#define SARING_PLUGIN_CLI_OPENSEARCH_DOCUMENTS_H_

#include <saring/saring.h>

#include <string>

#include "plugin/cli/library.h"
#include "plugin/cli/rewriter_handle.h"
#include "plugin/cli/row.h"

namespace saring::cli {

// Makes documents of rows. Shares ownership of the policy. One thread at a
// time.
class OpenSearchDocuments {
 public:
  explicit OpenSearchDocuments(const saring_policy* policy);

  // The object that the row is, Row::whole, or else that of ListingData(), with
  // the fields of its verdict in place of any that it had. JSON in one line.
  // Throws Failure if the library fails.
  // REQUIRES: Row::whole is empty or a JSON object.
  std::string Of(const Row& row);

 private:
  PolicyHandle policy_;
  ScratchHandle scratch_;
  RewriterHandle rewriter_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_OPENSEARCH_DOCUMENTS_H_
