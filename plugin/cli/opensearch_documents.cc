#include "plugin/cli/opensearch_documents.h"

#include <nlohmann/json.hpp>

#include "plugin/cli/finding.h"
#include "plugin/cli/listing_data.h"
#include "plugin/cli/output.h"

namespace saring::cli {

using Json = nlohmann::ordered_json;

OpenSearchDocuments::OpenSearchDocuments(const saring_policy* policy)
    : policy_(saring_policy_share(policy)),
      scratch_(MakeScratch()),
      rewriter_(MakeRewriter()) {
  if (policy_ == nullptr) Require(SARING_NO_MEMORY);
}

std::string OpenSearchDocuments::Of(const Row& row) {
  const saring_listing listing = ListingOf(row);
  const char* fields = nullptr;
  size_t size = 0;
  Require(saring_fields(rewriter_.get(), policy_.get(), scratch_.get(),
                        &listing, &fields, &size));
  Json document = Json::parse(row.whole.empty() ? ListingData(row) : row.whole);
  document.update(Json::parse(fields, fields + size));
  return JsonText(document);
}

}  // namespace saring::cli
