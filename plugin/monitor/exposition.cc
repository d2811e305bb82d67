#include "plugin/monitor/exposition.h"

#include <unicode/utf8.h>

namespace saring {
namespace {

// Appends `text`, UTF-8 and nothing else, on one line. A quote is an ordinary
// character in a HELP line.
void AppendEscaped(std::string_view text, bool quoted, std::string* out) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c;
    U8_NEXT(text.data(), at, size, c);
    if (c < 0) {
      *out += "\xef\xbf\xbd";
    } else if (c == '\n') {
      *out += "\\n";
    } else if (c == '\\' || (c == '"' && quoted)) {
      *out += '\\';
      *out += static_cast<char>(c);
    } else {
      *out += text.substr(static_cast<size_t>(begin),
                          static_cast<size_t>(at - begin));
    }
  }
}

std::string_view TypeName(Exposition::Type type) {
  switch (type) {
    case Exposition::Type::kCounter:
      return "counter";
    case Exposition::Type::kGauge:
      return "gauge";
    case Exposition::Type::kHistogram:
      return "histogram";
  }
  return "untyped";
}

}  // namespace

void Exposition::Begin(std::string_view name, Type type,
                       std::string_view help) {
  name_ = name;
  text_ += "# HELP " + name_ + ' ';
  AppendEscaped(help, false, &text_);
  text_ += "\n# TYPE " + name_ + ' ';
  text_ += TypeName(type);
  text_ += '\n';
}

void Exposition::Add(std::span<const Label> labels, uint64_t value,
                     std::string_view suffix) {
  BeginSample(labels, suffix);
  text_ += std::to_string(value) + '\n';
}

void Exposition::AddSeconds(std::span<const Label> labels, uint64_t nanoseconds,
                            std::string_view suffix) {
  BeginSample(labels, suffix);
  text_ += SecondsText(nanoseconds) + '\n';
}

void Exposition::BeginSample(std::span<const Label> labels,
                             std::string_view suffix) {
  text_ += name_;
  text_ += suffix;
  char before = '{';
  for (const Label& label : labels) {
    text_ += before;
    text_ += label.name;
    text_ += "=\"";
    AppendEscaped(label.value, true, &text_);
    text_ += '"';
    before = ',';
  }
  text_ += labels.empty() ? " " : "} ";
}

std::string SecondsText(uint64_t nanoseconds) {
  constexpr uint64_t kSecond = 1'000'000'000;
  std::string text = std::to_string(nanoseconds / kSecond);
  std::string rest = std::to_string(nanoseconds % kSecond);
  rest.insert(0, 9 - rest.size(), '0');
  rest.erase(rest.find_last_not_of('0') + 1);
  return rest.empty() ? text : text + '.' + rest;
}

}  // namespace saring
