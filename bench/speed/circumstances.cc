#include <stdio.h>
#include <sys/utsname.h>
#include <time.h>

#include <fstream>
#include <thread>

#include "bench/speed/report.h"

namespace saring::speed {
namespace {

// The first line that `command` prints; "" when it fails.
std::string LineOf(const std::string& command) {
  FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) return "";
  char line[256] = "";
  const bool read = fgets(line, sizeof(line), pipe) != nullptr;
  if (pclose(pipe) != 0 || !read) return "";
  const std::string text = line;
  return text.substr(0, text.find('\n'));
}

// The value of `key` in a file of lines like "key : value".
std::string ValueOf(const std::string& path, const std::string& key,
                    char between) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key)) continue;
    const size_t at = line.find_first_not_of(" \t\"", line.find(between) + 1);
    if (at == line.npos) continue;
    return line.substr(at, line.find('"', at) - at);
  }
  return "unknown";
}

std::string Today() {
  const time_t now = time(nullptr);
  tm utc = {};
  gmtime_r(&now, &utc);
  char text[32];
  strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

std::string Commit() {
  const std::string git = "git -C '" SARING_SOURCE_DIR "' ";
  const std::string commit = LineOf(git + "rev-parse HEAD");
  if (commit.empty()) return "unknown";
  const bool changed = !LineOf(git + "status --porcelain -uno").empty();
  return commit + (changed ? ", with changes" : "");
}

}  // namespace

Circumstances FindCircumstances(const std::string& command,
                                const std::string& texts, size_t rounds) {
  utsname kernel = {};
  uname(&kernel);
  Circumstances result;
  result.machine = ValueOf("/proc/cpuinfo", "model name", ':') + ", " +
                   std::to_string(std::thread::hardware_concurrency()) +
                   " processors, " + kernel.machine;
  result.system = ValueOf("/etc/os-release", "PRETTY_NAME", '=');
  result.compiler = std::string("g++ ") + __VERSION__;
  result.commit = Commit();
  result.date = Today();
  result.command = command;
  result.texts = texts;
  result.rounds = rounds;
  return result;
}

}  // namespace saring::speed
