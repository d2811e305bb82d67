// Which text a query was parsed from.
//
// Programs parse in one place and search in another, and combine what they
// parsed with filters and with one another. A query is known again by its
// leaves (terms with their positions, wildcards, ranges), which combining
// keeps: never by its address, and without a reference to it, as a query's
// count of references is not safe among threads.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_TYPED_TEXT_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_TYPED_TEXT_H_

#include <xapian.h>

#include <string>

namespace saring::preload {

// Remembers that `parsed` was made of `text`. The latest 256 texts of the
// process are kept, or fewer where they take over 4 MiB. Any thread.
void RememberTyped(const std::string& text, const Xapian::Query& parsed);

// The texts that `query` was parsed from, in the order in which they were, and
// after them those of its words that no remembered text explains: the program
// made them itself, or the text is forgotten. Terms with a prefix are filters
// and no words; stemmed words are taken as they are. Any thread.
std::string TypedText(const Xapian::Query& query);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_TYPED_TEXT_H_
