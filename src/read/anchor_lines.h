// SPDX-License-Identifier: Apache-2.0
// read/anchor_lines.h -- times of a single line (`isnad find --lines`), told at a known moment.
//
// Units      Seconds from 1970-01-01, local time.
// Threads    Pure function.
// Errors     None.
// Method     docs/methods/times.md, "The calendar"

#pragma once

#include <cstdint>

#include "isnad/report.h"

namespace isnad {

// Joins "from the 13th to the 15th" and "Thursday from nine to eleven" to one stretch, and gives the
// lengths that hang on now ("within two weeks", "the next three months", "until 2:00") theirs.
// `now_s` < 0: only the day is known; then nothing is counted from now.
void join_line_times(Report& report, std::int64_t now_s);

}  // namespace isnad
