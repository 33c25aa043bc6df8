// SPDX-License-Identifier: Apache-2.0
// The days of figures and events, from the times they rest on (docs/figures.md 4b, Date).
#include <algorithm>

#include "read/read.h"

namespace isnad {
namespace {

// A day that is said to be the beginning runs to the report's own day.
Days since(Days days, const Published& published) {
  Days out = days;
  out.last = published.days.last == kNoDay ? kNoDay : std::max(published.days.last, days.first);
  return out;
}

Days days_of(const Report& report, std::int32_t time) {
  if (time == kNone) return {};
  return report.times[static_cast<std::size_t>(time)].days;
}

void date_figure(const Report& report, Figure& figure, Days main_days) {
  Days days = days_of(report, figure.date_time);
  figure.by_day = false;
  if (days.known()) {
    figure.date = figure.since ? since(days, report.published) : days;
    if (report.published.days.last != kNoDay && !figure.since && figure.date.last > report.published.days.last &&
        figure.date.first <= report.published.days.last) {
      figure.date.last = report.published.days.last;   // "this week": not beyond the report
    }
    return;
  }
  if (main_days.known() && figure.event == "main") {
    figure.date = main_days;
    return;
  }
  figure.date = {};
  if (report.published.days.last == kNoDay || figure.event != "main") return;
  figure.date.last = report.published.days.last;
  figure.by_day = true;
}

}  // namespace

void date_claims(Report& report) {
  Days main_days = days_of(report, report.main_time);
  for (Figure& figure : report.figures) date_figure(report, figure, main_days);
  for (Event& event : report.events) event.date = days_of(report, event.date_time);
}

}  // namespace isnad
