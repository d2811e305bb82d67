#include "plugin/cli/output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

[[noreturn]] void OutputFailed(int error) {
  if (error == EPIPE) {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  throw Failure("cannot write to standard output: " + ErrnoText(error));
}

}  // namespace

void IgnoreBrokenPipes() { std::signal(SIGPIPE, SIG_IGN); }

void Print(std::string_view text) {
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    OutputFailed(errno);
  }
}

void PrintJsonLine(const nlohmann::ordered_json& value) {
  Print(JsonText(value) + '\n');
}

std::string JsonText(const nlohmann::ordered_json& value, int indent) {
  return value.dump(indent, ' ', false,
                    nlohmann::ordered_json::error_handler_t::replace);
}

void FlushOutput() {
  errno = 0;
  if (std::fflush(stdout) != 0 || std::ferror(stdout)) OutputFailed(errno);
}

void Tell(std::string_view message) {
  TellLines("saring: " + std::string(message));
}

void TellLines(std::string_view lines) {
  std::string text(lines);
  if (text.empty()) return;
  if (text.back() != '\n') text.push_back('\n');
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace saring::cli
