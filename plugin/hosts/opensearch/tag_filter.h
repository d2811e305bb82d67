// The clauses and the order that keep hidden listings out and demoted ones
// last, by the fields that listings are indexed with.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_TAG_FILTER_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_TAG_FILTER_H_

#include <string>

#include "plugin/hosts/opensearch/body.h"

namespace saring::opensearch {

class TagFilter {
 public:
  // `field`: the object that holds the fields.
  explicit TagFilter(std::string field) : field_(std::move(field)) {}

  const std::string& field() const { return field_; }
  std::string action() const { return field_ + ".action"; }
  std::string rank() const { return field_ + ".rank"; }

  // From now on listings that were never tagged are kept out too, or no longer.
  void OnlyTagged(bool only) { only_tagged_ = only; }

  // A query for what `query` matches and is to be seen, with its scores.
  Json Around(Json query) const;

  // The same as a filter, which scores nothing. `filters` is a query, an array
  // of them, or null for none.
  Json Narrowed(Json filters) const;

  // Ordinary listings before demoted ones; those without the field are
  // ordinary.
  Json ByRank() const;

 private:
  void AddTo(Json* boolean) const;

  std::string field_;
  bool only_tagged_ = false;
};

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_TAG_FILTER_H_
