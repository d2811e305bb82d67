#include "plugin/cli/metrics_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "plugin/cli/failure.h"

namespace saring::cli {

MetricsFile::MetricsFile(std::string path)
    : path_(std::move(path)),
      beside_(path_ + ".writing-" + std::to_string(getpid())),
      // The mode is what the user's mask makes of it: collectors run as others.
      file_(open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                 0666)) {
  if (file_ < 0) Fail(errno);
}

MetricsFile::~MetricsFile() {
  close(file_);
  unlink(beside_.c_str());  // which is nothing after Publish()
}

void MetricsFile::Publish(std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = write(file_, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) Fail(errno);
    text.remove_prefix(static_cast<size_t>(put));
  }
  if (rename(beside_.c_str(), path_.c_str()) != 0) Fail(errno);
}

void MetricsFile::Fail(int error) const {
  throw Failure("cannot write " + path_ + ": " + ErrnoText(error));
}

}  // namespace saring::cli
