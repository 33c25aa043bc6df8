// SPDX-License-Identifier: Apache-2.0
// Calendars: the Hijri one by ICU, Easter by its rule, and what a TIMEX3 value covers.

#include <unicode/ucal.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "read/anchor.h"

namespace isnad {
namespace {

constexpr double kDayMs = 86400000.0;
constexpr std::int64_t kDayS = 86400;

// An Umm al-Qura calendar of its own for each thread: ICU's are not to be shared.
UCalendar* hijri_calendar() {
  struct Closed {
    UCalendar* calendar = nullptr;
    Closed() {
      UErrorCode status = U_ZERO_ERROR;
      const char16_t zone[] = u"Etc/UTC";
      calendar = ucal_open(zone, -1, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status);
      if (U_FAILURE(status)) calendar = nullptr;
    }
    ~Closed() {
      if (calendar) ucal_close(calendar);
    }
  };
  thread_local Closed one;
  return one.calendar;
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  const char* begin = text.data() + at;
  const auto result = std::from_chars(begin, begin + count, value);
  if (result.ec != std::errc() || result.ptr != begin + count) return std::nullopt;
  return value;
}

// Hours a part of the day begins and ends at; duckling's and TIMEX3's common ground.
bool part_hours(std::string_view part, int& from, int& to) {
  if (part == "MO") from = 4, to = 12;
  else if (part == "MI") from = 12, to = 14;
  else if (part == "AF") from = 12, to = 19;
  else if (part == "EV") from = 18, to = 24;
  else if (part == "NI") from = 18, to = 24;
  else return false;
  return true;
}

Days week_days(int year, int week) {
  const std::int32_t jan4 = day_number(year, 1, 4);
  const std::int32_t monday = jan4 - weekday_of(jan4) + (week - 1) * 7;
  return {monday, monday + 6};
}

Days months_days(int year, int month, int count) {
  const int last = month + count;   // the month behind
  const std::int32_t behind = day_number(year + (last - 1) / 12, (last - 1) % 12 + 1, 1);
  return {day_number(year, month, 1), behind - 1};
}

bool date_days(std::string_view date, Days& days) {
  const auto year = digits(date, 0, 4);
  if (date.size() == 3 && digits(date, 0, 3)) {
    const int decade = *digits(date, 0, 3) * 10;
    days = {day_number(decade, 1, 1), day_number(decade + 9, 12, 31)};
    return true;
  }
  if (!year) return false;
  if (date.size() == 4) {
    days = {day_number(*year, 1, 1), day_number(*year, 12, 31)};
    return true;
  }
  if (date.size() < 7 || date[4] != '-') return false;
  if (date[5] == 'W') {
    const auto week = digits(date, 6, 2);
    if (!week) return false;
    days = week_days(*year, *week);
    if (date.substr(8) == "-WE") days.first += 5;
    return true;
  }
  if (date[5] == 'H' || date[5] == 'Q') {
    const auto nth = digits(date, 6, 1);
    const int months = date[5] == 'H' ? 6 : 3;
    if (!nth) return false;
    days = months_days(*year, (*nth - 1) * months + 1, months);
    return true;
  }
  const std::string_view season = date.substr(5);
  if (season == "SP" || season == "SU" || season == "FA" || season == "WI") {
    days = months_days(*year, season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12, 3);
    return true;
  }
  const auto month = digits(date, 5, 2);
  if (!month || *month < 1 || *month > 12) return false;
  if (date.size() == 7) {
    days = months_days(*year, *month, 1);
    return true;
  }
  const auto day = digits(date, 8, 2);
  if (!day || date.size() != 10) return false;
  days.first = days.last = day_number(*year, *month, *day);
  return true;
}

void clock_stretch(std::string_view clock, std::int64_t day_s, std::int64_t& from,
                   std::int64_t& to) {
  int first = 0, last = 0;
  if (part_hours(clock, first, last)) {
    from = day_s + first * 3600;
    to = day_s + last * 3600;
    return;
  }
  const auto hour = digits(clock, 0, 2), minute = digits(clock, 3, 2), second = digits(clock, 6, 2);
  if (!hour) return;
  from = day_s + *hour * 3600 + minute.value_or(0) * 60 + second.value_or(0);
  to = from + (second ? 1 : minute ? 60 : 3600);
}

}  // namespace

bool value_stretch(std::string_view value, Days& days, std::int64_t& from_s, std::int64_t& to_s) {
  if (value.empty() || value[0] == 'P') return false;
  const std::size_t slash = value.find('/');
  if (slash != std::string_view::npos) {
    Days last;
    std::int64_t unused = 0;
    if (!value_stretch(value.substr(0, slash), days, from_s, unused)) return false;
    if (!value_stretch(value.substr(slash + 1), last, unused, to_s)) return false;
    days.last = last.last;
    return true;
  }
  const std::size_t t = value.find('T');
  if (!date_days(value.substr(0, t), days)) return false;
  from_s = days.first * kDayS;
  to_s = (static_cast<std::int64_t>(days.last) + 1) * kDayS;
  if (t != std::string_view::npos) clock_stretch(value.substr(t + 1), from_s, from_s, to_s);
  return true;
}

std::int32_t hijri_day(int year, int month, int day) {
  UCalendar* calendar = hijri_calendar();
  if (!calendar || year < 1 || month < 1 || month > 12 || day < 1 || day > 30) return kNoDay;
  UErrorCode status = U_ZERO_ERROR;
  ucal_clear(calendar);
  ucal_setDateTime(calendar, year, month - 1, day, 12, 0, 0, &status);
  const double ms = ucal_getMillis(calendar, &status);
  if (U_FAILURE(status)) return kNoDay;
  return static_cast<std::int32_t>(std::floor(ms / kDayMs));
}

int hijri_year(std::int32_t day) {
  UCalendar* calendar = hijri_calendar();
  if (!calendar) return 0;
  UErrorCode status = U_ZERO_ERROR;
  ucal_setMillis(calendar, day * kDayMs + kDayMs / 2, &status);
  const int year = ucal_get(calendar, UCAL_YEAR, &status);
  return U_FAILURE(status) ? 0 : year;
}

std::int32_t easter_day(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return day_number(year, month, day);
}

}  // namespace isnad
