#include "plugin/cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace saring::cli {
namespace {

constexpr int kBarWidth = 30;

}  // namespace

Progress::Progress(std::string what)
    : what_(std::move(what)),
      on_terminal_(isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + std::chrono::milliseconds(500)) {}

void Progress::Update(uint64_t done, uint64_t total, uint64_t rows) {
  if (!on_terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  std::string bar;
  if (total > 0) {
    const double part = std::min(1.0, static_cast<double>(done) / total);
    const int full = static_cast<int>(part * kBarWidth);
    bar = '[' + std::string(full, '#') + std::string(kBarWidth - full, '.') +
          "] " + std::to_string(static_cast<int>(part * 100)) + "% ";
  }
  std::fprintf(stderr, "\r%s %s%llu rows\x1b[K", what_.c_str(), bar.c_str(),
               static_cast<unsigned long long>(rows));
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::Clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace saring::cli
