// A progress bar for long work.

#ifndef SARING_PLUGIN_CLI_PROGRESS_H_
#define SARING_PLUGIN_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

namespace saring::cli {

// Draws on standard error, if that is a terminal, from half a second on. The
// line is wiped by Clear() and at the end.
class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `done` of `total`; a total of 0 is unknown, and only `rows` is shown.
  void Update(uint64_t done, uint64_t total, uint64_t rows);

  // So that a message can be told on a line of its own.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  const std::string what_;
  const bool on_terminal_;
  Clock::time_point next_;
  bool drawn_ = false;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_PROGRESS_H_
