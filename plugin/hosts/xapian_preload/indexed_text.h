// The text that was indexed into documents that are not yet in a database: for
// a title that the program does not store, the only place where it is.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_INDEXED_TEXT_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_INDEXED_TEXT_H_

#include <xapian.h>

#include <string>
#include <string_view>

namespace saring::preload {

// Remembers that `text` is indexed into `document` under the term prefix
// `prefix`. Of the documents that never come to a database the latest 1,024 are
// kept, or fewer where their text takes over 16 MiB. Any thread.
void RememberIndexed(const Xapian::Document& document, std::string_view text,
                     std::string_view prefix);

// The title of `document`: the text under `S`, the prefix of titles by
// Xapian's convention; where there is none, the text without a prefix. "" where
// no text is known. Forgets the document. Any thread.
std::string TakeIndexedTitle(const Xapian::Document& document);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_INDEXED_TEXT_H_
