// A thread of the library in a process of somebody else's.

#ifndef SARING_PLUGIN_PROCESS_QUIET_THREAD_H_
#define SARING_PLUGIN_PROCESS_QUIET_THREAD_H_

#include <functional>
#include <thread>

namespace saring {

// Starts a thread that gets no signal: they are for the host's own. Throws
// std::system_error when there is none to be had.
std::thread StartQuietThread(std::function<void()> run);

}  // namespace saring

#endif  // SARING_PLUGIN_PROCESS_QUIET_THREAD_H_
