// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstdio>

#include "isnad/report.h"

namespace isnad {
namespace {

std::string day_text(std::int32_t day) {
  if (day == kNoDay) return "..";
  const CivilDay civil = civil_day(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return text;
}

}  // namespace

std::string days_text(Days days) {
  if (!days.known()) return "";
  if (days.one_day()) return day_text(days.first);
  return day_text(days.first) + "/" + day_text(days.last);
}

std::int32_t day_number(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

CivilDay civil_day(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday_of(std::int32_t day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(weekday.iso_encoding()) - 1;
}

}  // namespace isnad
