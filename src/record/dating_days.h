// SPDX-License-Identifier: Apache-2.0
// record/dating_days.h -- sets of days in a window of the calendar.
//
// Units      Bit i of a DaySet is the day Window::first + i.
// Threads    Plain values.

#pragma once

#include <bitset>
#include <cstdint>

#include "isnad/report.h"

namespace isnad {

inline constexpr std::int32_t kWindowDays = 512;
using DaySet = std::bitset<kWindowDays>;

struct Window {
  std::int32_t first = kNoDay;

  bool holds(std::int32_t day) const { return day >= first && day < first + kWindowDays; }
  std::int32_t last() const { return first + kWindowDays - 1; }
  // Days first..last, cut to the window; kNoDay is an open end.
  DaySet stretch(std::int32_t from, std::int32_t to) const;
  DaySet weekday(std::int32_t weekday) const;          // 0 = Monday
  // Every such day of every year in the window; `day` may be kUnset: the whole month.
  DaySet month_day(std::int32_t month, std::int32_t day) const;
  Days hull(const DaySet& set) const;                  // first and last day; both open when empty
};

// Every day of `set` moved by each of low..high days, together.
DaySet move_days(const DaySet& set, std::int32_t low, std::int32_t high);

}  // namespace isnad
