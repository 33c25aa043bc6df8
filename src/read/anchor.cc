// SPDX-License-Identifier: Apache-2.0
#include "read/anchor.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "read/anchor_fixed.h"
#include "read/anchor_lines.h"
#include "read/anchor_quotes.h"
#include "read/read.h"

namespace isnad {
namespace {

using Base = TimeForm::Base;

constexpr std::int32_t kQuoteReach = 7;   // days a speech may lie before the report
constexpr std::uint32_t kQuoteParagraphs = 2;   // how far above it its day may be told

// The latest or the earliest day of `weekday` on that side of `from`.
std::int32_t weekday_near(std::int32_t from, int weekday, int side, bool future) {
  const std::int32_t past = from - (weekday_of(from) - weekday + 7) % 7;
  switch (side) {
    case -1: return past == from ? from - 7 : past;
    case 1: return past + 7;
    case 2: return past == from ? from : past + 7;
    default: return future ? past + 7 : past;
  }
}

class Anchorer {
 public:
  Anchorer(Report& report, const AnchorOptions& options)
      : report_(report), options_(options), quotes_(report) {
    if (report.published.days.one_day()) day_ = report.published.days.first;
    day_ = written_day();
  }

  void run();

 private:
  std::int32_t written_day() const;
  bool in_furniture(Span span) const;
  void resolve(std::size_t index);
  std::int32_t reference(std::size_t index, bool& speech) const;
  std::int32_t earlier_day(std::size_t index, bool near) const;
  std::int32_t earlier_year(std::size_t index) const;
  std::string date_of(std::size_t index, Anchor& anchor);
  std::string written(TimeMention& time) const;
  std::string day_alone(const TimeForm& form, std::int32_t ref) const;
  std::string day_month(TimeMention& time, std::int32_t ref) const;
  std::string weekday(std::size_t index, std::int32_t ref, Anchor& anchor) const;
  std::string offset(std::size_t index, std::int32_t ref, Anchor& anchor) const;
  std::string duration(const TimeForm& form) const;
  void add_clock(TimeMention& time) const;
  void pair_weekdays();
  void stretch(TimeMention& time) const;

  Report& report_;
  const AnchorOptions& options_;
  QuoteSpans quotes_;
  std::int32_t day_ = kNoDay;
};

// The day the report was written: "today, Monday" on a page of Tuesday says Monday.
std::int32_t Anchorer::written_day() const {
  if (day_ == kNoDay) return kNoDay;
  for (const TimeMention& t : report_.times) {
    const TimeForm& f = t.form;
    if (f.base != Base::Offset || f.unit != 'D' || f.weekday == kUnset || f.from_earlier) continue;
    if (f.count < -1 || f.count > 0 || quotes_.around(t.span)) continue;
    if (in_furniture(t.span)) continue;
    const int late = (weekday_of(day_ + f.count) - f.weekday + 7) % 7;
    return late <= 2 ? day_ - late : day_;
  }
  return day_;
}

// The last time before this one that is one day; `near`: in its sentence or the one before.
std::int32_t Anchorer::earlier_day(std::size_t index, bool near) const {
  const auto sentence = [&](Span span) {
    const auto tokens = report_.text.tokens();
    const std::uint32_t token = report_.text.token_at(span.begin);
    return token < tokens.size() ? tokens[token].sentence : 0;
  };
  for (std::size_t i = index; i-- > 0;) {
    const TimeMention& t = report_.times[i];
    const bool joined = i + 1 == index && (t.form.fixed == "on" || t.form.fixed == "to");
    if (!t.days.one_day()) continue;
    if (!joined && day_ != kNoDay && t.days.first > day_) continue;
    if (near && sentence(t.span) + 1 < sentence(report_.times[index].span)) return kNoDay;
    return t.days.first;
  }
  return kNoDay;
}

std::int32_t Anchorer::earlier_year(std::size_t index) const {
  for (std::size_t i = index; i-- > 0;) {
    const Days days = report_.times[i].days;
    if (days.first != kNoDay) return civil_day(days.first).year;
  }
  return kUnset;
}

// What a relative time counts from: inside quoted speech the day of the speech where it was told.
std::int32_t Anchorer::reference(std::size_t index, bool& speech) const {
  speech = false;
  const Span* quote = quotes_.around(report_.times[index].span);
  if (!quote || day_ == kNoDay) return day_;
  const TimeForm& form = report_.times[index].form;
  if (form.base == Base::Offset && form.weekday != kUnset) return day_;   // "today, Monday" 
  for (std::size_t i = index; i-- > 0;) {
    const TimeMention& t = report_.times[i];
    if (t.span.begin >= quote->begin || !t.days.one_day()) continue;
    if (quotes_.paragraphs_between(t.span.end, quote->begin) > kQuoteParagraphs) break;
    const std::int32_t ago = day_ - t.days.first;
    if (ago < 0 || ago > kQuoteReach) break;
    speech = ago > 0;
    return t.days.first;
  }
  return day_;
}

std::string Anchorer::written(TimeMention& time) const {
  const TimeForm& f = time.form;
  if (f.year == kUnset) return "";
  if (f.month == kUnset) return year_value(f.year);
  if (f.day == kUnset) return month_value(f.year, f.month);
  if (!valid_date(f.year, f.month, f.day)) {
    time.note = "no such date";
    return "";
  }
  const std::int32_t day = day_number(f.year, f.month, f.day);
  if (f.weekday != kUnset && weekday_of(day) != f.weekday) time.note = "weekday and date disagree";
  return day_value(day);
}

// A day of the month without its month: of this month, or the nearest one of that weekday.
std::string Anchorer::day_alone(const TimeForm& f, std::int32_t ref) const {
  const CivilDay now = civil_day(ref);
  if (f.day == kUnset) return "";
  for (int back = 0; back < 12; ++back) {
    const bool said = f.unit == 'M' && f.count != kUnset;
    const int months = now.year * 12 + now.month - 1 - back + (said ? f.count : 0);
    const int year = months / 12, month = months % 12 + 1;
    if (!valid_date(year, month, f.day)) continue;
    const std::int32_t day = day_number(year, month, f.day);
    if (!said && day > ref && !options_.weekday_future) continue;
    if (said || f.weekday == kUnset || weekday_of(day) == f.weekday) return day_value(day);
  }
  return "";
}

std::string Anchorer::day_month(TimeMention& time, std::int32_t ref) const {
  const TimeForm& f = time.form;
  if (ref == kNoDay) return "";
  const CivilDay now = civil_day(ref);
  if (f.month == kUnset) return day_alone(f, ref);
  const bool whole = f.day == kUnset;
  const bool future = f.side == 1 || (f.side == 0 && options_.weekday_future);
  int best = kUnset;
  std::int32_t distance = 0;
  for (int year = now.year - 5; year <= now.year + 5; ++year) {
    if (f.count != kUnset && f.unit == 'Y' && year != now.year + f.count) continue;
    if (!valid_date(year, f.month, whole ? 1 : f.day)) continue;
    const std::int32_t day = day_number(year, f.month, whole ? 1 : f.day);
    const std::int32_t here = whole ? day_number(now.year, now.month, 1) : ref;
    if (f.count == kUnset && f.side != 2) {
      const bool now_month = !whole && options_.weekday_future && f.month == now.month;
      if (!now_month && (future ? day < here : day > here)) continue;
      if (day == here && f.side != 0) continue;
    }
    const std::int32_t far = std::abs(day - here);
    if (best != kUnset && far >= distance) continue;
    best = year;
    distance = far;
  }
  if (best == kUnset) return "";
  if (whole) return month_value(best, f.month);
  const std::int32_t day = day_number(best, f.month, f.day);
  if (f.weekday != kUnset && weekday_of(day) != f.weekday) time.note = "weekday and date disagree";
  return day_value(day);
}

std::string Anchorer::weekday(std::size_t index, std::int32_t ref, Anchor& anchor) const {
  const TimeForm& f = report_.times[index].form;
  if (ref == kNoDay || f.weekday == kUnset) return "";
  if (f.unit == 'W' && f.count != kUnset) {
    const bool bare = options_.weekday_future && f.from_earlier;   // "this Monday"
    if (bare) return day_value(weekday_near(ref, f.weekday, 1, true));
    const std::int32_t monday = ref - weekday_of(ref) + f.count * 7;
    return day_value(monday + f.weekday);
  }
  if (f.side == 0 && !options_.weekday_future && weekday_of(ref) == f.weekday) {
    for (std::size_t i = index; i-- > 0;) {   // "last Sunday" was told before: that Sunday
      const TimeMention& t = report_.times[i];
      const bool same = t.form.base == Base::Weekday && t.form.weekday == f.weekday;
      if (!same || t.form.side != -1 || !t.days.one_day()) continue;
      anchor = Anchor::Earlier;
      return day_value(t.days.first);
    }
  }
  const bool before_last = f.side == -2;
  const std::int32_t day =
      weekday_near(ref, f.weekday, before_last ? -1 : f.side, options_.weekday_future);
  return day_value(before_last ? day - 7 : day);
}

std::string Anchorer::offset(std::size_t index, std::int32_t ref, Anchor& anchor) const {
  const TimeForm& f = report_.times[index].form;
  const bool clock = f.hour != kUnset || f.part[0] != 0;
  if (f.from_earlier && f.unit == 'Y') {
    const std::int32_t year = earlier_year(index);
    if (year != kUnset) {
      anchor = Anchor::Earlier;
      return year_value(year + f.count);
    }
  } else if (f.from_earlier) {
    const std::int32_t day = earlier_day(index, f.hour != kUnset);
    if (day != kNoDay) {
      anchor = Anchor::Earlier;
      ref = day;
    } else if (!clock && f.unit == 'D' && !options_.weekday_future) {
      return "";
    }
  }
  if (ref == kNoDay) return "";
  const CivilDay now = civil_day(ref);
  switch (f.unit) {
    case 'D': {
      std::int32_t day = ref + f.count;
      if (f.weekday != kUnset && weekday_of(day) != f.weekday) {
        day = f.count > 0 ? weekday_near(day, f.weekday, 2, false)
                          : weekday_near(day, f.weekday, 0, false);
        report_.times[index].note = "weekday and day disagree";
      }
      return day_value(day);
    }
    case 'W':
      if (options_.weekday_future && f.fixed == "ago") return day_value(ref + 7 * f.count);
      return week_value(ref + 7 * f.count);
    case 'M': {
      const int months = now.year * 12 + now.month - 1 + f.count;
      return month_value(months / 12, months % 12 + 1);
    }
    case 'Y': return year_value(now.year + f.count);
    case 'S': return year_value(now.year + f.count) + "-" + f.fixed;
    case 'C': return year_value(now.year + f.count * 100).substr(0, 2);
    default: return "";
  }
}

std::string Anchorer::duration(const TimeForm& f) const {
  const bool time = f.unit == 'H' || f.unit == 'm' || f.unit == 's';
  const char letter = f.unit == 'm' ? 'M' : f.unit == 's' ? 'S' : f.unit;
  std::string count = f.count == kUnset ? "X" : std::to_string(f.count);
  if (f.minute != kUnset) {   // hundredths
    count += "." + std::to_string(100 + f.minute).substr(1);
    while (count.back() == '0') count.pop_back();
  }
  return (time ? "PT" : "P") + count + letter;
}

void Anchorer::add_clock(TimeMention& time) const {
  const TimeForm& f = time.form;
  if (time.value.size() != 10) return;
  if (f.hour == kUnset) {
    if (f.part[0] != 0) time.value += "T" + std::string(f.part);
    return;
  }
  int hour = f.hour;
  if (hour > 24) return;
  if (options_.weekday_future && options_.now_s >= 0 && hour < 12 && f.base == Base::Offset) {
    const std::int64_t at = day_ * std::int64_t{86400} + hour * 3600;
    if (f.part[1] == 0 && f.from_earlier && at < options_.now_s) hour += 12;
  }
  char text[40];
  if (f.minute == kUnset) std::snprintf(text, sizeof text, "T%02d", hour);
  else if (!f.fixed.empty() && f.fixed.size() <= 2 && f.fixed[0] >= '0' && f.fixed[0] <= '9')
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", hour, f.minute, std::atoi(f.fixed.c_str()));
  else std::snprintf(text, sizeof text, "T%02d:%02d", hour, f.minute);
  time.value += text;
}

std::string Anchorer::date_of(std::size_t index, Anchor& anchor) {
  TimeMention& time = report_.times[index];
  const TimeForm& f = time.form;
  if (f.base == Base::Written) {
    anchor = Anchor::Written;
    return written(time);
  }
  bool speech = false;
  const std::int32_t ref = reference(index, speech);
  anchor = speech ? Anchor::Earlier : Anchor::Publication;
  switch (f.base) {
    case Base::DayMonth: return day_month(time, ref);
    case Base::Weekday: return weekday(index, ref, anchor);
    case Base::Offset: return offset(index, ref, anchor);
    case Base::Fixed:
      if (f.year != kUnset) anchor = Anchor::Written;
      return fixed_value(f, ref, options_.weekday_future);
    default: return "";
  }
}

void Anchorer::stretch(TimeMention& time) const {
  time.days = {};
  time.from_s = time.to_s = 0;
  if (!value_stretch(time.value, time.days, time.from_s, time.to_s)) time.days = {};
  const std::string& f = time.form.fixed;
  const std::size_t dash = f.find('-');
  if (time.value.size() != 7 || dash == std::string::npos || !time.days.known()) return;
  const int first = std::atoi(f.c_str()), last = std::atoi(f.c_str() + dash + 1);
  time.from_s += std::int64_t{86400} * (first - 1);   // "early in", "late in" a month
  time.to_s = std::min(time.to_s, time.from_s + std::int64_t{86400} * (last - first + 1));
}

// Menus and the like: their times are not the report's.
bool Anchorer::in_furniture(Span span) const {
  for (const Part& part : report_.parts) {
    if (part.kind == PartKind::Chrome && part.span.contains(span)) return true;
  }
  return false;
}

void Anchorer::resolve(std::size_t index) {
  TimeMention& time = report_.times[index];
  time.note.clear();
  time.value.clear();
  time.days = {};
  time.anchor = Anchor::None;
  if (in_furniture(time.span)) {
    time.note = "page furniture";
    return;
  }
  if (time.form.base == Base::Reference) {
    time.value = time.form.fixed;
    if (options_.now_s >= 0 && time.value == "PRESENT_REF") {
      time.from_s = options_.now_s;
      time.to_s = options_.now_s + 1;
    }
    return;
  }
  if (time.form.base == Base::Duration || time.form.base == Base::Set) {
    const bool set = time.form.base == Base::Set;
    if (set && time.form.weekday != kUnset) {
      time.value = "XXXX-WXX-" + std::to_string(time.form.weekday + 1);
    } else if (set && time.form.part[0] != 0) {
      time.value = "XXXX-XX-XXT" + std::string(time.form.part);
    } else {
      time.value = duration(time.form);
    }
    return;
  }
  Anchor anchor = Anchor::None;
  time.value = date_of(index, anchor);
  if (!time.value.empty()) time.anchor = anchor;
  add_clock(time);
  stretch(time);
}

// "Tuesday and Wednesday" told on a Tuesday: the first lies before the second.
void Anchorer::pair_weekdays() {
  for (std::size_t i = 0; i + 1 < report_.times.size(); ++i) {
    TimeMention& a = report_.times[i];
    const TimeMention& b = report_.times[i + 1];
    const bool weekdays = a.form.base == Base::Weekday && b.form.base == Base::Weekday;
    if (!weekdays || !a.days.one_day() || !b.days.one_day()) continue;
    if (b.span.begin - a.span.end > 5 || a.form.side != 0 || a.days.first <= b.days.first) continue;
    a.value = day_value(b.days.first - (b.form.weekday - a.form.weekday + 7) % 7);
    add_clock(a);
    stretch(a);
  }
}

void Anchorer::run() {
  for (std::size_t i = 0; i < report_.times.size(); ++i) resolve(i);
  if (options_.weekday_future) join_line_times(report_, options_.now_s);
  else pair_weekdays();
}

}  // namespace

void anchor_times(Report& report, const AnchorOptions& options) {
  Anchorer(report, options).run();
}

void anchor_times(Report& report) {
  AnchorOptions options;
  options.weekday_future = report.weekday_side > 0;
  options.now_s = options.weekday_future ? report.spoken_s : -1;
  anchor_times(report, options);
}

}  // namespace isnad
