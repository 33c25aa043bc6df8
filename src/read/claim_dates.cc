// SPDX-License-Identifier: Apache-2.0
// The days of figures and events, from the times they rest on (docs/figures.md 4b, Date).
#include <algorithm>
#include <cstdlib>

#include "read/read.h"

namespace isnad {
namespace {

constexpr std::int32_t kRecalled = 14;      // days before the report
constexpr std::int32_t kLongAgo = 60;       // the first day of a stretch that is over
constexpr std::int32_t kAnotherEvent = 3;   // days from the main event's day, at least

Days days_of(const Report& report, std::int32_t time) {
  if (time == kNone) return {};
  return report.times[static_cast<std::size_t>(time)].days;
}

// The report's own day; kNoDay while it is unknown or only a stretch is.
std::int32_t published_day(const Report& report) {
  return report.published.days.one_day() ? report.published.days.last : kNoDay;
}

// Harm that one event does at one time.
bool is_harm(Role role) {
  switch (role) {
    case Role::Killed: case Role::Injured: case Role::Casualties: case Role::Missing: case Role::Rescued:
    case Role::Destroyed: case Role::Affected:
      return true;
    default:
      return false;
  }
}

// What the words by the figure say: its day or days, "by that day", "since then". Empty: nothing.
Days own_days(const Report& report, const Figure& figure) {
  Days days = days_of(report, figure.date_time);
  std::int32_t published = published_day(report);
  if (!days.known()) return {};
  if (figure.said_then) return {kNoDay, published == kNoDay ? days.last : std::min(days.last, published)};
  if (figure.since) return {days.first, published == kNoDay ? kNoDay : std::max(published, days.first)};
  bool runs_on = published != kNoDay && days.last > published && days.first <= published;
  if (runs_on) days.last = published;   // "this week": not beyond the report
  return days;
}

bool says_the_day(const Figure& figure, Days days) {
  return days.one_day() && !figure.said_then && !figure.since;
}

// The day of the event the report is about: the first day said for its harm.
Days main_event_day(const Report& report) {
  Days told = days_of(report, report.main_time);
  if (told.one_day()) return told;
  for (const Figure& figure : report.figures) {
    Days days = own_days(report, figure);
    if (is_harm(figure.role) && says_the_day(figure, days)) return days;
  }
  return {};
}

// The day another mention of the same number in the report gives.
Days same_figure_days(const Report& report, const Figure& figure) {
  for (const Figure& other : report.figures) {
    if (&other == &figure || other.role != figure.role || other.low != figure.low) continue;
    Days days = own_days(report, other);
    if (says_the_day(other, days)) return days;
  }
  return {};
}

void date_figure(const Report& report, Figure& figure, Days main_day) {
  Days own = own_days(report, figure);
  figure.by_day = false;
  if (own.known() && !figure.said_then) {
    figure.date = own;
    return;
  }
  bool day_told = days_of(report, report.main_time).one_day();
  bool untold = day_told && !own.known() && is_harm(figure.role);   // no word of its own: the event's day
  Days same = untold ? main_day : same_figure_days(report, figure);
  if (!same.known() && is_harm(figure.role) && (day_told || !figure.said_then)) same = main_day;
  if (!same.known() && !own.known() && day_told && figure.role == Role::Participants) same = main_day;
  if (same.known() && figure.event == "main") {
    figure.date = same;
    return;
  }
  figure.date = {};
  if (figure.event != "main") return;
  figure.date.last = own.known() ? own.last : published_day(report);
  figure.by_day = figure.date.last != kNoDay;
}

// A harm dated days away from the main event's day is of another event.
void tell_events_apart(const Report& report, std::vector<Figure>& figures, Days main_day) {
  if (!main_day.one_day()) return;
  for (Figure& figure : figures) {
    Days own = own_days(report, figure);
    if (!is_harm(figure.role) || figure.said_then || figure.since || own.last == kNoDay) continue;
    if (own.last <= main_day.first - kAnotherEvent) figure.event = "earlier event, " + days_text(own);
  }
}

bool tells_of_another(const Event& event) {
  if (!event.topic.empty()) return false;
  return event.type == "REQUEST" || event.type == "AGREE" || event.type == "THREATEN" || event.type == "REJECT" || event.type == "ACCUSE";
}

// An event of a day still to come has not happened; one of weeks ago is recalled.
void date_event(const Report& report, Event& event) {
  event.date = days_of(report, event.date_time);
  const std::int32_t published = published_day(report);
  if (published == kNoDay || !event.date.known()) return;
  const bool ahead = event.date.first != kNoDay && event.date.first > published;
  if (ahead && tells_of_another(event)) event.date = {};   // the day of what is asked for or promised
  else if (ahead) event.future = true;
  if (event.date.last == kNoDay) return;
  if (event.future && event.date.last < published) {
    event.date = {};   // "on Saturday" of what is planned: the next one
    return;
  }
  const bool long_ago = event.date.first != kNoDay && event.date.first < published - kLongAgo && event.date.last < published;
  if (long_ago || event.date.last < published - kRecalled) event.historical = true;
}

}  // namespace

void date_claims(Report& report) {
  for (Figure& figure : report.figures) figure.event = "main";
  Days main_day = main_event_day(report);
  tell_events_apart(report, report.figures, main_day);
  for (Figure& figure : report.figures) date_figure(report, figure, main_day);
  for (Event& event : report.events) date_event(report, event);
}

}  // namespace isnad
