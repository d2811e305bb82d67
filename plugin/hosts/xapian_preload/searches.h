// Which Search belongs to which Enquire object.
//
// An entry lives exactly as long as the object: what constructs, copies and
// destroys one says so here. Copies of an Enquire share what they are set to,
// as in Xapian.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SEARCHES_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SEARCHES_H_

#include <memory>

#include "plugin/hosts/xapian_preload/search.h"

namespace saring::preload {

// Any thread may call these at once, as long as no two use one Enquire.

void Opened(const Xapian::Enquire* enquire, const Xapian::Database& database);

// `to` is now a copy of `from`; where `moved`, `from` is empty.
void Copied(const Xapian::Enquire* from, const Xapian::Enquire* to, bool moved);

void Destroyed(const Xapian::Enquire* enquire);

// NULL when its construction was not seen.
std::shared_ptr<Search> SearchOf(const Xapian::Enquire* enquire);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SEARCHES_H_
