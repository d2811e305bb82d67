// Aggregations count what the query finds, and so no hidden listing, but for a
// few kinds.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_AGGREGATIONS_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_AGGREGATIONS_H_

#include <string>

#include "plugin/hosts/opensearch/body.h"
#include "plugin/hosts/opensearch/tag_filter.h"

namespace saring::opensearch {

// Makes the kinds in `aggregations`, at `path`, that look beyond the query keep
// hidden listings out, and sorts hits by rank. Throws Refusal for kinds with
// which that cannot be done, or that are not known.
void FilterAggregations(const TagFilter& filter, const std::string& path,
                        Json* aggregations);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_AGGREGATIONS_H_
