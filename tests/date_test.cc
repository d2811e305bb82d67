#include "config/date.h"

#include <catch2/catch.hpp>

namespace saring {
namespace {

struct Case {
  const char* why;
  std::string_view text;
  bool good;
};

const Case kCases[] = {
    {"a day", "2026-11-23", true},
    {"the first day of a year", "2026-01-01", true},
    {"the last day of a year", "2026-12-31", true},
    {"a leap day", "2024-02-29", true},
    {"a leap day of a fourth century", "2000-02-29", true},
    {"the first year", "0000-01-01", true},
    {"the last year", "9999-12-31", true},
    {"no leap year", "2026-02-29", false},
    {"no leap year, a century", "2100-02-29", false},
    {"no such month", "2026-13-01", false},
    {"month zero", "2026-00-01", false},
    {"day zero", "2026-01-00", false},
    {"no such day", "2026-04-31", false},
    {"the other way round", "23-11-2026", false},
    {"short", "2026-1-1", false},
    {"slashes", "2026/11/23", false},
    {"a time", "2026-11-23T00:00", false},
    {"spaces", " 2026-11-2", false},
    {"signs", "+026-11-23", false},
    {"empty", "", false},
};

TEST_CASE("Days that exist are read, and written back", "[date]") {
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      const std::optional<Date> date = ParseDate(c.text);
      REQUIRE(date.has_value() == c.good);
      if (date) CHECK(FormatDate(*date) == c.text);
    }
  }
}

TEST_CASE("Today is the day in Jakarta", "[date]") {
  using std::chrono::sys_days;
  const auto jakarta = [] {
    return std::chrono::system_clock::now() + std::chrono::hours(7);
  };
  const auto before = jakarta();
  const sys_days today = Today();
  CHECK(today <= jakarta());
  CHECK(today + std::chrono::days(1) > before);
}

}  // namespace
}  // namespace saring
