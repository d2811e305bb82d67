// What an init function tells the host when it fails.

#ifndef SARING_PLUGIN_HOSTS_SPHINX_INIT_ERROR_H_
#define SARING_PLUGIN_HOSTS_SPHINX_INIT_ERROR_H_

#include <string_view>

namespace saring::sphinx {

// Writes as much of `text` as fits in the host's buffer, cut before a
// character. A buffer that is NULL is left alone.
void WriteInitError(std::string_view text, char* error);

// What every init function begins with: loads the served policy. False, with
// the faults in `error`, when there is none to serve; never throws.
bool Begin(char* error) noexcept;

}  // namespace saring::sphinx

#endif  // SARING_PLUGIN_HOSTS_SPHINX_INIT_ERROR_H_
