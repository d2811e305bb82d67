#include "plugin/monitor/times.h"

#include <chrono>

namespace saring {
namespace {

using std::chrono::microseconds;
using std::chrono::sys_time;

// `number` with noughts before it, so that it has `figures`.
std::string Padded(int64_t number, size_t figures) {
  std::string text = std::to_string(number);
  if (text.size() < figures) text.insert(0, figures - text.size(), '0');
  return text;
}

}  // namespace

int64_t NowMicroseconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<microseconds>(now).count();
}

std::string DayText(int64_t microseconds_) {
  const auto time = sys_time<microseconds>(microseconds(microseconds_));
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(time));
  return Padded(static_cast<int>(day.year()), 4) + '-' +
         Padded(static_cast<unsigned>(day.month()), 2) + '-' +
         Padded(static_cast<unsigned>(day.day()), 2);
}

std::string TimeText(int64_t microseconds_) {
  const auto time = sys_time<microseconds>(microseconds(microseconds_));
  const std::chrono::hh_mm_ss clock(
      time - std::chrono::floor<std::chrono::days>(time));
  return DayText(microseconds_) + 'T' + Padded(clock.hours().count(), 2) + ':' +
         Padded(clock.minutes().count(), 2) + ':' +
         Padded(clock.seconds().count(), 2) + '.' +
         Padded(clock.subseconds().count(), 6) + 'Z';
}

}  // namespace saring
