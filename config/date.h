// A day of the calendar.

#ifndef SARING_CONFIG_DATE_H_
#define SARING_CONFIG_DATE_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace saring {

using Date = std::chrono::year_month_day;

// Reads "2026-11-23"; nullopt for anything else, and for days that do not
// exist.
std::optional<Date> ParseDate(std::string_view text);

// "2026-11-23"
std::string FormatDate(Date date);

// The day that it is now in Jakarta (UTC+7, no summer time): the day by which
// Indonesian law counts.
Date Today();

}  // namespace saring

#endif  // SARING_CONFIG_DATE_H_
