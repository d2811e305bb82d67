// Demoted listings after all others, whatever else a search is sorted by.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_ORDERING_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_ORDERING_H_

#include <string>

#include "plugin/hosts/opensearch/body.h"
#include "plugin/hosts/opensearch/tag_filter.h"

namespace saring::opensearch {

// Sorts `object`, at `path`, by rank before its own "sort", or before the score
// where it has none. Throws Refusal where it sorts by rank already: it was
// rewritten once.
void SortByRank(const TagFilter& filter, const std::string& path, Json* object);

// Sorts the whole body so. Scores stay in the answer, and a page that begins
// after the last hit of another must say where by its rank, too.
void SortBody(const TagFilter& filter, Json* body);

// The hits within each group of the body's "collapse", if it has one.
void SortGroups(const TagFilter& filter, Json* body);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_ORDERING_H_
