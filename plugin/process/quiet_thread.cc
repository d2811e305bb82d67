#include "plugin/process/quiet_thread.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace saring {
namespace {

// No signal reaches the calling thread, nor those that it starts, while it
// lives.
class NoSignals {
 public:
  NoSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~NoSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  NoSignals(const NoSignals&) = delete;
  NoSignals& operator=(const NoSignals&) = delete;

 private:
  sigset_t before_;
};

}  // namespace

std::thread StartQuietThread(std::function<void()> run) {
  const NoSignals no_signals;
  return std::thread(std::move(run));
}

}  // namespace saring
