// SPDX-License-Identifier: Apache-2.0
#include "read/anchor_fixed.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "read/anchor.h"

namespace isnad {
namespace {

std::string text_of(const char* format, int a, int b, int c) {
  char text[48];
  std::snprintf(text, sizeof text, format, a, b, c);
  return text;
}

// The `nth` field between colons as a number.
int field(std::string_view text, int nth, int none) {
  for (int i = 0; i < nth; ++i) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return none;
    text.remove_prefix(colon + 1);
  }
  int value = none;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::int32_t feast_day(char calendar, int year, int month, int day) {
  if (calendar == 'h') return hijri_day(year, month, day);
  if (calendar == 'e') return easter_day(year);
  return valid_date(year, month, day) ? day_number(year, month, day) : kNoDay;
}

// The day of a yearly feast: in the year that is said, or the nearest, or the next.
std::string feast(const TimeForm& form, std::int32_t reference, bool future) {
  const char calendar = form.fixed[0];
  const int month = field(form.fixed, 1, 1), day = field(form.fixed, 2, 1);
  const int length = field(form.fixed, 3, 1);
  if (form.year == kUnset && reference == kNoDay) return "";
  const std::int32_t near =
      form.year == kUnset ? reference : day_number(form.year, 7, 1);
  const int middle = calendar == 'h' ? hijri_year(near) : civil_day(near).year;
  std::int32_t best = kNoDay;
  int best_year = 0;
  for (int year = middle - 1; year <= middle + 1; ++year) {
    const std::int32_t one = feast_day(calendar, year, month, std::max(day, 1));
    if (one == kNoDay) continue;
    if (form.year != kUnset && civil_day(one).year != form.year) continue;
    if (form.year == kUnset && future && one < reference) continue;
    if (best != kNoDay && std::abs(one - near) >= std::abs(best - near)) continue;
    best = one;
    best_year = year;
  }
  if (best == kNoDay) return "";
  std::int32_t last = best + std::max(length, 1) - 1;
  if (length == 0 || day == 0) {
    last = hijri_day(month == 12 ? best_year + 1 : best_year, month % 12 + 1, 1) - 1;
  }
  return last == best ? day_value(best) : day_value(best) + "/" + day_value(last);
}

// The month a form speaks of: written, or counted from the reference.
bool month_of(const TimeForm& form, std::int32_t reference, bool future, int& year, int& month) {
  if (form.year == kUnset && reference == kNoDay) return false;
  const CivilDay now = reference == kNoDay ? CivilDay{form.year, 1, 1} : civil_day(reference);
  if (form.month == kUnset) {
    if (reference == kNoDay || form.count == kUnset || form.unit != 'M') return false;
    const int months = now.year * 12 + now.month - 1 + form.count;
    year = months / 12;
    month = months % 12 + 1;
    return true;
  }
  month = form.month;
  year = form.year;
  if (year == kUnset && form.count != kUnset && form.unit == 'Y') year = now.year + form.count;
  if (year == kUnset && future) year = month < now.month ? now.year + 1 : now.year;
  if (year == kUnset) year = month <= now.month ? now.year : now.year - 1;
  return true;
}

std::int32_t last_of_month(int year, int month) {
  return day_number(month == 12 ? year + 1 : year, month % 12 + 1, 1) - 1;
}

// A day or week of a month, counted from its start, or -1 from its end.
std::string in_month(const TimeForm& form, std::int32_t reference, bool future) {
  int year = 0, month = 0;
  const int nth = field(form.fixed, 1, 1);
  if (!month_of(form, reference, future, year, month) || nth == 0 || nth > 31) return "";
  const std::int32_t first = day_number(year, month, 1), last = last_of_month(year, month);
  if (form.fixed.starts_with("day")) {
    const std::int32_t day = nth > 0 ? first + nth - 1 : last;
    return day > last ? "" : day_value(day);
  }
  const int weekday = form.fixed.starts_with("weekday") ? form.weekday : 0;
  const std::int32_t begin = first + (weekday - weekday_of(first) + 7) % 7;
  std::int32_t day = begin + (nth - 1) * 7;
  if (nth < 0) {
    day = last - (weekday_of(last) - weekday + 7) % 7;
    if (form.fixed.starts_with("week:") && day + 6 > last) day -= 7;   // a whole week
  }
  if (day > last) return "";
  return form.fixed.starts_with("weekday") ? day_value(day) : week_value(day);
}

std::string in_year(const TimeForm& form, std::int32_t reference, char letter) {
  if (form.year == kUnset && reference == kNoDay) return "";
  int year = form.year;
  if (year == kUnset) {
    year = civil_day(reference).year + (form.unit == 'Y' && form.count != kUnset ? form.count : 0);
  }
  if (letter == 'S') return year_value(year) + "-" + form.fixed.substr(7);
  return text_of(letter == 'H' ? "%04d-H%d" : "%04d-Q%d", year, field(form.fixed, 1, 1), 0);
}

// "the second day of the feast"; -1: its last.
std::string nth_of_feast(const TimeForm& form, std::int32_t reference, bool future) {
  TimeForm of_feast = form;
  const std::size_t colon = form.fixed.find(':', 4);
  const int nth = field(form.fixed, 1, 0);
  if (colon == std::string::npos) return "";
  of_feast.fixed = form.fixed.substr(colon + 1);
  Days days;
  std::int64_t from = 0, to = 0;
  if (!value_stretch(feast(of_feast, reference, future), days, from, to)) return "";
  if (nth < 0) return day_value(days.last);
  return nth >= 1 && nth <= 30 ? day_value(days.first + nth - 1) : "";
}

// Saturday and Sunday: the last, or with a side those of this or the next week.
std::string weekend(const TimeForm& form, std::int32_t reference) {
  if (reference == kNoDay) return "";
  const bool said = form.unit == 'M' && form.count != kUnset;
  std::int32_t saturday = reference - weekday_of(reference) + 5;
  if (!said && reference < saturday) saturday -= 7;
  if (said) saturday += 7 * (form.count < 0 && reference > saturday + 1 ? 0 : form.count);
  return day_value(saturday) + "/" + day_value(saturday + 1);
}

// The nineteenth century: TIMEX3 "18"; of the Hijri calendar: its first and last year.
std::string century(std::string_view f) {
  const int nth = field(f, 1, 0);
  if (nth < 1 || nth > 99) return "";
  if (!f.ends_with(":h")) return text_of("%02d", nth - 1, 0, 0);
  const std::int32_t first = hijri_day(nth * 100 - 99, 1, 1), behind = hijri_day(nth * 100 + 1, 1, 1);
  if (first == kNoDay || behind == kNoDay) return "";
  return year_value(civil_day(first).year) + "/" + year_value(civil_day(behind - 1).year);
}

// "the third Tuesday after Christmas": counted from the feast's last day.
std::string after_feast(const TimeForm& form, std::int32_t reference, bool future) {
  TimeForm of_feast = form;
  const std::size_t colon = form.fixed.find(':', 6);
  const int nth = field(form.fixed, 1, 0);
  if (colon == std::string::npos || nth < 1 || form.weekday == kUnset) return "";
  of_feast.fixed = form.fixed.substr(colon + 1);
  Days days;
  std::int64_t from = 0, to = 0;
  if (of_feast.fixed.empty() || !value_stretch(feast(of_feast, reference, future), days, from, to)) {
    return "";
  }
  const std::int32_t next = days.last + 1;
  return day_value(next + (form.weekday - weekday_of(next) + 7) % 7 + (nth - 1) * 7);
}

}  // namespace

bool valid_date(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= last_of_month(year, month) - day_number(year, month, 1) + 1;
}

std::string day_value(std::int32_t day) { return days_text({day, day}); }

std::string week_value(std::int32_t day) {
  const std::int32_t thursday = day - weekday_of(day) + 3;
  const int year = civil_day(thursday).year;
  return text_of("%04d-W%02d", year, (thursday - day_number(year, 1, 1)) / 7 + 1, 0);
}

std::string month_value(std::int32_t year, std::int32_t month) {
  return text_of("%04d-%02d", year, month, 0);
}

std::string year_value(std::int32_t year) { return text_of("%04d", year, 0, 0); }

std::string fixed_value(const TimeForm& form, std::int32_t reference, bool future) {
  const std::string_view f = form.fixed;
  if (f.starts_with("h:") || f.starts_with("g:") || f.starts_with("e:")) {
    return feast(form, reference, future);
  }
  if (f.starts_with("d:")) return form.fixed.substr(2);   // a day of history
  if (f.starts_with("nth:")) return nth_of_feast(form, reference, future);
  if (f.starts_with("weekend:")) return weekend(form, reference);
  if (f.starts_with("season:")) return in_year(form, reference, 'S');
  if (f.starts_with("century:")) return century(f);
  if (f.starts_with("after:")) return after_feast(form, reference, future);
  if (f.starts_with("half:")) return in_year(form, reference, 'H');
  if (f.starts_with("quarter:")) return in_year(form, reference, 'Q');
  if (f.starts_with("decade:")) {
    const int tens = field(f, 1, 0);
    return text_of("%03d", (tens >= 100 ? tens : 1900 + tens) / 10, 0, 0);
  }
  if (f.starts_with("week") || f.starts_with("day:")) return in_month(form, reference, future);
  return form.fixed;
}

}  // namespace isnad
