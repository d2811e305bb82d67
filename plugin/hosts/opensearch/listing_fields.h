// What a listing is indexed with.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_LISTING_FIELDS_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_LISTING_FIELDS_H_

#include <saring/saring.h>

#include <string>
#include <string_view>

#include "plugin/hosts/opensearch/body.h"

namespace saring::opensearch {

// Whether `name` is parts between dots, none of them empty, of printable ASCII
// without spaces, commas, quotes or signs that engines give a meaning.
bool IsFieldName(std::string_view name);

// The object `field` with the verdict on `listing`, inside the objects that
// its name asks for. Throws LibraryFailure, as for what is NULL.
Json FieldsOf(const saring_policy* policy, saring_scratch* scratch,
              const saring_listing* listing, const std::string& field);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_LISTING_FIELDS_H_
