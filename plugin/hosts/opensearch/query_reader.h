// Reads a query: what it searches for, whether all of it is understood, and
// where a filter must stand within it.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_QUERY_READER_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_QUERY_READER_H_

#include <string>
#include <vector>

#include "plugin/hosts/opensearch/body.h"
#include "plugin/hosts/opensearch/clauses.h"

namespace saring::opensearch {

// Text that a clause searches for.
struct SearchedText {
  std::string* text;  // in the query
  Rewording rewording;
};

// What one or more queries hold. Pointers into the queries are good until those
// are next changed by anyone.
struct QueryParts {
  std::vector<SearchedText> texts;
  // The objects whose "filter" must keep hidden listings out; each before those
  // that its own filter holds.
  std::vector<Json*> nearest;
};

// Adds to *parts what `query` holds; `path` is its place in the body. Throws
// Refusal for what is not understood or cannot be made safe.
void ReadQuery(Json* query, const std::string& path, QueryParts* parts);

// The same for the body's own `knn`, an object or an array.
void ReadNearest(Json* nearest, const std::string& path, QueryParts* parts);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_QUERY_READER_H_
