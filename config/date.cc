#include "config/date.h"

#include <cstdio>

namespace saring {
namespace {

// The number that `digits` spell; -1 when one of them is no digit.
int Number(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const int year = Number(text.substr(0, 4));
  const int month = Number(text.substr(5, 2));
  const int day = Number(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return {};
  const Date date{std::chrono::year(year),
                  std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  return date;
}

std::string FormatDate(Date date) {
  char text[32];
  std::snprintf(
      text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

Date Today() {
  const auto jakarta = std::chrono::system_clock::now() + std::chrono::hours(7);
  return std::chrono::floor<std::chrono::days>(jakarta);
}

}  // namespace saring
