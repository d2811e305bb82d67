#include "plugin/cli/interrupt.h"

#include <csignal>

#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void Note(int) { interrupted = 1; }

}  // namespace

void CatchInterrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action = {};
    action.sa_handler = Note;
    // No SA_RESTART: a read that waits for a pipe must end, to be noticed.
    sigaction(signal, &action, nullptr);
  }
}

void ThrowIfInterrupted() {
  if (interrupted) throw Failure("interrupted");
}

}  // namespace saring::cli
