// A file of metrics that is replaced whole.

#ifndef SARING_PLUGIN_CLI_METRICS_FILE_H_
#define SARING_PLUGIN_CLI_METRICS_FILE_H_

#include <string>
#include <string_view>

namespace saring::cli {

// Until Publish() succeeds, what is at the path stays. A collector that reads
// the folder never sees half of it. A process that is killed leaves
// PATH.writing-PID behind.
class MetricsFile {
 public:
  // Throws Failure where no file can be made beside `path`, so that this is
  // known before the work is done.
  explicit MetricsFile(std::string path);
  ~MetricsFile();
  MetricsFile(const MetricsFile&) = delete;
  MetricsFile& operator=(const MetricsFile&) = delete;

  // Once. Throws Failure.
  void Publish(std::string_view text);

 private:
  [[noreturn]] void Fail(int error) const;

  const std::string path_, beside_;
  int file_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_METRICS_FILE_H_
