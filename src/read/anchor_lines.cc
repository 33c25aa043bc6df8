// SPDX-License-Identifier: Apache-2.0
#include "read/anchor_lines.h"

#include <algorithm>
#include <vector>

#include "read/anchor_fixed.h"

namespace isnad {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86400;

std::int64_t floor_to(std::int64_t seconds, std::int64_t step) { return seconds - seconds % step; }

std::int64_t seconds_of(char unit) {
  switch (unit) {
    case 's': return 1;
    case 'm': return kMinute;
    case 'H': return kHour;
    case 'W': return 7 * kDay;
    default: return kDay;
  }
}

// The day `months` later, or the last of its month.
std::int32_t months_later(std::int32_t day, std::int32_t months) {
  const CivilDay now = civil_day(day);
  const std::int32_t all = now.year * 12 + now.month - 1 + months;
  const std::int32_t year = all / 12, month = all % 12 + 1;
  std::int32_t of_month = now.day;
  while (!valid_date(year, month, of_month) && of_month > 1) --of_month;
  return day_number(year, month, of_month);
}

// The moment the unit that now lies in began.
std::int64_t unit_begin(std::int64_t now, char unit) {
  const auto day = static_cast<std::int32_t>(now / kDay);
  const CivilDay civil = civil_day(day);
  switch (unit) {
    case 'W': return (day - weekday_of(day)) * kDay;
    case 'M': return day_number(civil.year, civil.month, 1) * kDay;
    case 'Y': return day_number(civil.year, 1, 1) * kDay;
    default: return floor_to(now, seconds_of(unit));
  }
}

std::int64_t units_later(std::int64_t from, char unit, std::int32_t count) {
  if (unit != 'M' && unit != 'Y') return from + seconds_of(unit) * count;
  const auto day = static_cast<std::int32_t>(from / kDay);
  return months_later(day, unit == 'Y' ? 12 * count : count) * kDay;
}

// "the next three weeks": whole units behind this one; "the last": before it.
void around_now(TimeMention& time, std::int64_t now) {
  const TimeForm& f = time.form;
  const std::int64_t here = unit_begin(now, f.unit);
  if (f.side > 0) {
    time.from_s = units_later(here, f.unit, 1);
    time.to_s = units_later(here, f.unit, 1 + f.count);
  } else {
    time.from_s = units_later(here, f.unit, -f.count);
    time.to_s = here;
  }
}

// "within two weeks": from now to the day, for short lengths to the minute, that they end on.
void within(TimeMention& time, std::int64_t now) {
  const TimeForm& f = time.form;
  const std::int64_t grain = f.unit == 'H' || f.unit == 'm' ? kMinute : f.unit == 's' ? 1
                             : f.unit == 'D'                ? kHour : kDay;
  time.from_s = now;
  time.to_s = units_later(floor_to(now, grain), f.unit, f.count);
}

void count_from_now(TimeMention& time, std::int64_t now) {
  const TimeForm& f = time.form;
  const bool length = f.base == TimeForm::Base::Duration && f.count != kUnset && f.count < 100000;
  if (length && f.fixed == "within") within(time, now);
  else if (length && f.side != 0) around_now(time, now);
  const bool until = f.base == TimeForm::Base::Offset && f.hour != kUnset && f.side == 2;
  if (until && !time.value.empty() && time.from_s > now) {
    time.to_s = time.from_s;
    time.from_s = now;
  }
}

}  // namespace

void join_line_times(Report& report, std::int64_t now_s) {
  auto& times = report.times;
  std::vector<bool> alone(times.size(), true);
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const TimeMention& b = times[i + 1];
    TimeMention& a = times[i];
    if (a.form.fixed != "to" || a.from_s >= b.to_s || b.value.empty()) continue;
    a.span.end = b.span.end;
    a.value += "/" + b.value;
    a.days.last = b.days.last;
    a.to_s = b.to_s;
    alone[i] = false;
    times.erase(times.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    alone.erase(alone.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (alone[i] && now_s >= 0) count_from_now(times[i], now_s);
  }
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {   // "Thursday from nine to eleven"
    if (times[i].form.fixed != "on" || times[i].days.first != times[i + 1].days.first) continue;
    times[i + 1].span.begin = times[i].span.begin;
    times.erase(times.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace isnad
