#include "plugin/hosts/xapian_preload/message.h"

#include <unistd.h>

#include <mutex>
#include <set>

namespace saring::preload {
namespace {

// Beyond so many different messages nothing new is told by another.
constexpr size_t kMostMessages = 100;

// Whether `message` is said for the first time.
bool IsNew(const std::string& message) {
  static std::mutex* const mutex = new std::mutex;
  static auto* const said = new std::set<std::string>;
  const std::lock_guard<std::mutex> lock(*mutex);
  return said->size() < kMostMessages && said->insert(message).second;
}

}  // namespace

void Say(const std::string& message) noexcept {
  try {
    if (!IsNew(message)) return;
    const std::string line = "saring: " + message + "\n";
    // One write, so that lines of other processes do not come between. Where
    // standard error is closed there is nobody to tell.
    [[maybe_unused]] const ssize_t written =
        write(STDERR_FILENO, line.data(), line.size());
  } catch (...) {
  }
}

}  // namespace saring::preload
