// Files that may be hostile, read whole.

#ifndef SARING_CONFIG_REGULAR_FILE_H_
#define SARING_CONFIG_REGULAR_FILE_H_

#include <cstddef>
#include <optional>
#include <string>

namespace saring {

// The bytes of the file at `path`, or nullopt and the reason in *problem.
// Never waits for a pipe or device, and never holds more than `limit` bytes.
std::optional<std::string> ReadRegularFile(const std::string& path,
                                           size_t limit, std::string* problem);

}  // namespace saring

#endif  // SARING_CONFIG_REGULAR_FILE_H_
