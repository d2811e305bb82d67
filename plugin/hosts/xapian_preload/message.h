// What operators read on standard error.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_MESSAGE_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_MESSAGE_H_

#include <string>

namespace saring::preload {

// Writes "saring: " and `message`, once a process however often it is said.
// Any thread; never throws.
void Say(const std::string& message) noexcept;

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_MESSAGE_H_
