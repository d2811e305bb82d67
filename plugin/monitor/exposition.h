// The text that Prometheus reads.

#ifndef SARING_PLUGIN_MONITOR_EXPOSITION_H_
#define SARING_PLUGIN_MONITOR_EXPOSITION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace saring {

struct Label {
  std::string_view name;   // [a-z_]+
  std::string_view value;  // any bytes
};

// Writes metrics in Prometheus' text exposition format, version 0.0.4: a family
// is begun, then come all of its samples. What is not UTF-8 becomes U+FFFD, as
// the format knows nothing else.
class Exposition {
 public:
  enum class Type { kCounter, kGauge, kHistogram };

  // `name` is [a-z_]+; that of a counter ends in _total, and one of a unit in
  // it, such as _seconds or _bytes.
  void Begin(std::string_view name, Type type, std::string_view help);

  // `suffix` is "", or for a histogram _bucket, _sum or _count.
  void Add(std::span<const Label> labels, uint64_t value,
           std::string_view suffix = "");
  void AddSeconds(std::span<const Label> labels, uint64_t nanoseconds,
                  std::string_view suffix = "");

  const std::string& text() const { return text_; }

 private:
  void BeginSample(std::span<const Label> labels, std::string_view suffix);

  std::string name_;  // of the family
  std::string text_;
};

// Seconds as the shortest decimal number that is exactly so many nanoseconds:
// "0.00025".
std::string SecondsText(uint64_t nanoseconds);

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_EXPOSITION_H_
