#include "plugin/cli/display.h"

#include <locale.h>

#include <clocale>
#include <cwchar>

namespace saring::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

// Makes UTF-8 the encoding of this thread while it lives, whatever the caller's
// environment says.
class Utf8Locale {
 public:
  Utf8Locale()
      : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(locale_ ? uselocale(locale_) : nullptr) {}
  ~Utf8Locale() {
    if (!locale_) return;
    uselocale(before_);
    freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

// The first character of `text`, which is not empty, and its bytes. `ok` is
// false where they are one that is not UTF-8.
struct Character {
  wchar_t code = 0;
  size_t size = 1;
  bool ok = false;
};

Character First(std::string_view text) {
  Character c;
  std::mbstate_t state = {};
  const size_t got = std::mbrtowc(&c.code, text.data(), text.size(), &state);
  c.ok = got <= text.size();
  if (c.ok && got > 0) c.size = got;
  return c;
}

bool Reorders(wchar_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsControl(wchar_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string Printable(std::string_view text) {
  const Utf8Locale utf8;
  std::string shown;
  while (!text.empty()) {
    const Character c = First(text);
    if (c.ok && (c.code == '\t' || c.code == '\n' || c.code == '\r')) {
      shown += ' ';
    } else if (!c.ok || IsControl(c.code) || Reorders(c.code)) {
      shown += kReplacement;
    } else {
      shown += text.substr(0, c.size);
    }
    text.remove_prefix(c.size);
  }
  return shown;
}

std::string FitColumns(std::string_view printable, size_t columns) {
  const Utf8Locale utf8;
  size_t used = 0;
  size_t cut = 0;       // bytes that leave room for an ellipsis
  size_t cut_used = 0;  // and their columns
  for (size_t at = 0; at < printable.size();) {
    const Character c = First(printable.substr(at));
    const int width = c.ok ? wcwidth(c.code) : 1;
    used += width < 0 ? 1 : static_cast<size_t>(width);
    if (used > columns) {
      return std::string(printable.substr(0, cut)).append(kEllipsis) +
             std::string(columns - cut_used - 1, ' ');
    }
    at += c.size;
    if (used < columns) {
      cut = at;
      cut_used = used;
    }
  }
  return std::string(printable) + std::string(columns - used, ' ');
}

}  // namespace saring::cli
