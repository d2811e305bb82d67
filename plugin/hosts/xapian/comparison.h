// A document under two policies: that of its tags and that of today.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_COMPARISON_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_COMPARISON_H_

#include <saring/xapian_retag.h>

#include "plugin/hosts/xapian/document_tags.h"

namespace saring::xapian {

// Gives `document` the tags of today's policy and counts in *report what
// changed. False where nothing did, as for a manifest, which is not counted.
bool Compare(const ReadListing& read, Judge* judge, Xapian::Document* document,
             RetagReport* report);

}  // namespace saring::xapian

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_COMPARISON_H_
