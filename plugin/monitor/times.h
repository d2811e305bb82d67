// Points in time, as ISO 8601 writes them, in UTC.

#ifndef SARING_PLUGIN_MONITOR_TIMES_H_
#define SARING_PLUGIN_MONITOR_TIMES_H_

#include <cstdint>
#include <string>

namespace saring {

// Microseconds since 1970.
int64_t NowMicroseconds();

std::string DayText(int64_t microseconds);   // 2026-11-26
std::string TimeText(int64_t microseconds);  // 2026-11-26T19:00:00.012345Z

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_TIMES_H_
