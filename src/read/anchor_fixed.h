// SPDX-License-Identifier: Apache-2.0
// read/anchor_fixed.h -- values that take more than counting: feasts, halves of years, the third
// week of a month.
//
// TimeForm::fixed is "h:MONTH:DAY:LENGTH" (Hijri; LENGTH 0 = the whole month), "g:..." (Gregorian),
// "e:" (Easter), "half:N", "quarter:N", "decade:NN", "week:N" (of a month; -1 the last),
// "day:N" (of a month; -1 the last), "weekday:N" (the Nth of form.weekday in a month).
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <cstdint>
#include <string>

#include "isnad/report.h"

namespace isnad {

// The TIMEX3 value, "" where it cannot be told. `reference` may be kNoDay; `future`: of the
// possible years the next, else the nearest.
std::string fixed_value(const TimeForm& form, std::int32_t reference, bool future);

std::string day_value(std::int32_t day);             // "2022-01-07"
std::string week_value(std::int32_t day);            // "2022-W01"
std::string month_value(std::int32_t year, std::int32_t month);
std::string year_value(std::int32_t year);
bool valid_date(std::int32_t year, std::int32_t month, std::int32_t day);

}  // namespace isnad
