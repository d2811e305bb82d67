// The body of a search: read first, for the words that it searches for, and
// then made safe.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_SEARCH_BODY_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_SEARCH_BODY_H_

#include <string_view>
#include <vector>

#include "plugin/hosts/opensearch/body.h"
#include "plugin/hosts/opensearch/query_reader.h"
#include "plugin/hosts/opensearch/tag_filter.h"

namespace saring::opensearch {

class SearchBody {
 public:
  // Throws Refusal for what cannot be made safe, or is not known. `filter` only
  // tells which fields are the library's own.
  SearchBody(std::string_view bytes, const TagFilter& filter);

  SearchBody(const SearchBody&) = delete;
  SearchBody& operator=(const SearchBody&) = delete;

  // What it searches for. Texts may be replaced through the pointers.
  const std::vector<SearchedText>& texts() const { return parts_.texts; }

  // Makes it find nothing.
  void FindNothing();

  // The body to send. Throws Refusal. Call it once, and nothing after it.
  Json Filtered(const TagFilter& filter) &&;

 private:
  void Read(const TagFilter& filter);
  void FilterQuery(const TagFilter& filter);

  Json body_;
  QueryParts parts_;
};

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_SEARCH_BODY_H_
