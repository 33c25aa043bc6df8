// SPDX-License-Identifier: Apache-2.0
// The report's own date, where the page prints it.
#include <optional>

#include "read/anchor_fixed.h"
#include "read/read.h"

namespace isnad {
namespace {

// A whole written date in a dateline: day, month and year. Nothing else is trusted.
bool printed_day(const TimeMention& time, std::int32_t& day) {
  const TimeForm& f = time.form;
  if (f.base != TimeForm::Base::Written || f.month == kUnset || f.day == kUnset) return false;
  if (!valid_date(f.year, f.month, f.day) || f.year < 1990 || f.year > 2100) return false;
  day = day_number(f.year, f.month, f.day);
  return true;
}

struct Printed {
  const TimeMention* time;
  std::int32_t day;
};

// "Last updated" stands between what is before the time and the time.
bool is_update(const Report& report, const Lattice& lattice, std::uint32_t from, Span time) {
  constexpr ClassId kCue = class_id("PAGE_DATE");
  for (std::uint32_t token = report.text.token_at(from);
       token < lattice.text().tokens().size() &&
       lattice.text().tokens()[token].span.begin < time.begin;
       ++token)
    if (const Edge* cue = lattice.find(token, kCue, false);
        cue && !lattice.sense(*cue, kCue)->attribute("updated").empty())
      return true;
  return false;
}

// The first day printed as the report's own, and the first one of a change.
void find_printed(const Report& report, const Lattice& lattice, std::optional<Printed>& published,
                  std::optional<Printed>& updated) {
  for (const Part& part : report.parts) {
    if (part.kind != PartKind::Dateline) continue;
    std::uint32_t from = part.span.begin;
    for (const TimeMention& time : report.times) {
      std::int32_t day = 0;
      if (!part.span.contains(time.span) || !printed_day(time, day)) continue;
      auto& found = is_update(report, lattice, from, time.span) ? updated : published;
      if (!found) found = Printed{&time, day};
      from = time.span.end;
    }
  }
}

// The moment was given in universal time, and by the clock of the place it was the day before or
// after: the day that is printed is the one readers saw.
bool is_other_side_of_midnight(const Report& report, std::int32_t day) {
  const Published& given = report.published;
  if (given.why.empty() || !given.days.one_day() || given.value.size() < 13) return false;
  const std::string& why = given.why[0].text;
  if (!why.ends_with("Z") && !why.ends_with("+00:00")) return false;
  const int hour = (given.value[11] - '0') * 10 + (given.value[12] - '0');
  return (day == given.days.first + 1 && hour >= 10) || (day == given.days.first - 1 && hour < 12);
}

void compare_with_metadata(const Printed& printed, Report& report) {
  Published& given = report.published;
  if (!given.days.one_day() || given.days.first == printed.day) return;
  const std::string own = day_value(printed.day), other = day_value(given.days.first);
  const Evidence words{std::string(report.text.slice(printed.time->span)), printed.time->span, kNone};
  if (is_other_side_of_midnight(report, printed.day)) {
    given.days = {printed.day, printed.day};
    given.value = own;
    given.why.push_back(words);
    return;
  }
  report.notes.push_back("the page prints " + own + " as its day, its metadata says " + other);
}

}  // namespace

void find_published(Report& report, const Lattice& lattice) {
  std::optional<Printed> published, updated;
  find_printed(report, lattice, published, updated);
  if (updated && report.updated.empty()) report.updated = day_value(updated->day);
  if (report.published.basis == Basis::Metadata) {
    if (published) compare_with_metadata(*published, report);
    return;
  }
  const std::optional<Printed>& day = published ? published : updated;  // better late than unknown
  if (!day) return;
  report.published.basis = Basis::Page;
  report.published.days = {day->day, day->day};
  report.published.value = day_value(day->day);
  report.published.why = {
      {std::string(report.text.slice(day->time->span)), day->time->span, kNone}};
}

}  // namespace isnad
