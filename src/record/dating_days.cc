// SPDX-License-Identifier: Apache-2.0
#include "record/dating_days.h"

#include <algorithm>

namespace isnad {

DaySet Window::stretch(std::int32_t from, std::int32_t to) const {
  DaySet set;
  const std::int32_t begin = from == kNoDay ? first : std::max(from, first);
  const std::int32_t end = to == kNoDay ? last() : std::min(to, last());
  for (std::int32_t day = begin; day <= end; ++day) set.set(static_cast<std::size_t>(day - first));
  return set;
}

DaySet Window::weekday(std::int32_t weekday) const {
  DaySet set;
  for (std::int32_t i = 0; i < kWindowDays; ++i) {
    if (weekday_of(first + i) == weekday) set.set(static_cast<std::size_t>(i));
  }
  return set;
}

DaySet Window::month_day(std::int32_t month, std::int32_t day) const {
  DaySet set;
  for (std::int32_t i = 0; i < kWindowDays; ++i) {
    const CivilDay civil = civil_day(first + i);
    if (civil.month == month && (day == kUnset || civil.day == day)) {
      set.set(static_cast<std::size_t>(i));
    }
  }
  return set;
}

Days Window::hull(const DaySet& set) const {
  Days days;
  for (std::int32_t i = 0; i < kWindowDays; ++i) {
    if (!set[static_cast<std::size_t>(i)]) continue;
    if (days.first == kNoDay) days.first = first + i;
    days.last = first + i;
  }
  return days;
}

DaySet move_days(const DaySet& set, std::int32_t low, std::int32_t high) {
  // Later and earlier apart: what leaves the window must not come back. Each doubles what is moved.
  const auto moved = [&](std::int32_t from, std::int32_t to, bool later) {
    const auto shift = [&](const DaySet& days, std::int32_t by) {
      return later ? days << static_cast<std::size_t>(by) : days >> static_cast<std::size_t>(by);
    };
    DaySet out = shift(set, from);
    const std::int32_t all = to - from + 1;
    for (std::int32_t done = 1; done < all;) {
      const std::int32_t step = std::min(done, all - done);
      out |= shift(out, step);
      done += step;
    }
    return out;
  };
  DaySet out;
  if (high >= 0 && low <= high) out |= moved(std::max(low, 0), high, true);
  if (low < 0 && low <= high) out |= moved(std::max(-high, 1), -low, false);
  return out;
}

}  // namespace isnad
