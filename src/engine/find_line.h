// SPDX-License-Identifier: Apache-2.0
// engine/find_line.h -- times, numbers and names of one line of text, with a moment spoken at.
//
// Threads    Pure functions of their arguments (parse_moment("") asks the clock).
// Errors     parse_moment says false.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/packs.h"
#include "isnad/report.h"

namespace isnad {

struct LineOptions {
  std::int64_t reference_s = 0;   // local seconds since 1970-01-01T00:00
  int weekday_side = -1;          // where a bare weekday points: -1 past, 1 future
  std::string language = "ar";
};

// "2022-01-07", "2022-01-07T18:30", "2022-01-07T18:30:00"; "" is now.
bool parse_moment(std::string_view text, std::int64_t& seconds);

Report find_in_line(std::string_view line, const Packs& packs, const LineOptions& options);

}  // namespace isnad
