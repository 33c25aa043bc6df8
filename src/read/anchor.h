// SPDX-License-Identifier: Apache-2.0
// read/anchor.h -- a calendar put to times: what "yesterday" is when the report's day is known.
//
// Units      Days from 1970-01-01; seconds of local time from 1970-01-01T00:00.
// Threads    Pure functions.
// Errors     None: what cannot be fixed keeps an empty value.
// Method     docs/methods/times.md

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/report.h"

namespace isnad {

// How a report's times are counted.
struct AnchorOptions {
  bool weekday_future = false;   // a bare weekday, day or clock time is the next one, not the last
  std::int64_t now_s = -1;       // the moment spoken at, where it is known to the second
};

// anchor_times() of read.h with other than the usual options.
void anchor_times(Report& report, const AnchorOptions& options);

// The days and the seconds a TIMEX3 value covers; false where it fixes none.
bool value_stretch(std::string_view value, Days& days, std::int64_t& from_s, std::int64_t& to_s);

// A day of the Hijri calendar (Umm al-Qura) as a day; kNoDay where there is no such date.
std::int32_t hijri_day(int year, int month, int day);
// The Hijri year a day lies in.
int hijri_year(std::int32_t day);
// Easter Sunday of the western churches.
std::int32_t easter_day(int year);

}  // namespace isnad
