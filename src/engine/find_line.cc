// SPDX-License-Identifier: Apache-2.0
#include "engine/find_line.h"

#include <chrono>
#include <cstdio>

#include "match/match.h"
#include "read/read.h"

namespace isnad {

bool parse_moment(std::string_view text, std::int64_t& seconds) {
  if (text.empty()) {
    auto now = std::chrono::system_clock::now().time_since_epoch();
    seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
    return true;
  }
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, used = 0;
  std::string copy(text);
  if (std::sscanf(copy.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3) return false;
  if (used < static_cast<int>(copy.size())) {
    int more = 0;
    if (std::sscanf(copy.c_str() + used, "T%2d:%2d%n", &hour, &minute, &more) != 2) return false;
    used += more;
    if (used < static_cast<int>(copy.size()) && std::sscanf(copy.c_str() + used, ":%2d", &second) != 1) return false;
  }
  std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                   std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || hour > 24 || minute > 59) return false;
  seconds = std::int64_t{day_number(year, month, day)} * 86400 + hour * 3600 + minute * 60 + second;
  return true;
}

Report find_in_line(std::string_view line, const Packs& packs, const LineOptions& options) {
  Report report;
  report.text = make_text(line);
  auto end = static_cast<std::uint32_t>(report.text.utf8().size());
  if (end > 0) report.parts.push_back({PartKind::Body, {0, end}});
  std::int64_t day = options.reference_s / 86400 - (options.reference_s % 86400 < 0 ? 1 : 0);
  report.published.basis = Basis::Metadata;
  report.published.days = {static_cast<std::int32_t>(day), static_cast<std::int32_t>(day)};
  report.published.value = days_text(report.published.days);
  report.spoken_s = options.reference_s;
  report.weekday_side = options.weekday_side;
  Lattice lattice(report.text, packs);
  find_numbers(lattice, report);
  find_times(lattice, report);
  find_names(lattice, report);
  anchor_times(report);
  return report;
}

}  // namespace isnad
