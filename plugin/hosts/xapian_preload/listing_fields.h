// What a document says is offered.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_LISTING_FIELDS_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_LISTING_FIELDS_H_

#include <saring/xapian.h>

#include <string>
#include <string_view>

#include "plugin/hosts/xapian_preload/settings.h"

namespace saring::preload {

// The strings of a listing, owned.
struct ListingFields {
  std::string id, title, description, category, condition, seller;

  // Whether there is nothing to judge by.
  bool empty() const;
  // Borrows from this.
  xapian::Listing AsListing() const;
};

// Reads the data of a document as Omega's programs write it: lines of
// `name=value`. A name that comes again adds to its value. Anything else says
// nothing.
ListingFields ReadFields(std::string_view data, const FieldNames& names);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_LISTING_FIELDS_H_
