// SPDX-License-Identifier: Apache-2.0
// One match of a rule of stratum "times" -> what its words say. Captures have fixed names:
//   d day, m month, h Hijri month, y year, e era, w weekday, r/t/yr which one (last, this, next),
//   o day counted from now, p/a part of the day, q its qualifier, c clock, k hour, n minutes,
//   f part of an hour or unit, x "less", z time zone, u unit, s how many, b bound,
//   g start/middle/end; s1 k1 c1 a1 hour words, hours, clocks and parts of several.
#include <array>
#include <charconv>
#include <cstring>

#include "read/anchor.h"
#include "read/times.h"
#include "read/times_context.h"

namespace isnad {
namespace {

std::int32_t int_of(std::string_view digits, std::int32_t none) {
  std::int32_t value = none;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

constexpr std::uint32_t kUnsetByte = 0xffffffff;

std::string_view mod_of_bound(std::string_view bound) {
  if (bound == "about") return "APPROX";
  if (bound == "more_than") return "MORE_THAN";
  if (bound == "less_than") return "LESS_THAN";
  if (bound == "at_least") return "EQUAL_OR_MORE";
  if (bound == "at_most") return "EQUAL_OR_LESS";
  return "";
}

// Five in the evening is 17 o'clock.
void hour_in_part(TimeForm& form) {
  const std::string_view part = form.part;
  const bool late = part == "AF" || part == "EV" || (part == "NI" && form.hour >= 6) ||
                    (part == "MI" && form.hour < 11);
  if (late && form.hour < 12) form.hour += 12;
  if ((part == "MO" || part == "NI") && form.hour == 12) form.hour = 0;
  form.part[0] = 0;
}

void set_part_of(TimeForm& form, std::string_view part) {
  if (part.size() != 2) return;
  std::memcpy(form.part, part.data(), 2);
  form.part[2] = 0;
}

class TimeMaker {
 public:
  TimeMaker(const Lattice& lattice, const RuleMatch& match)
      : lattice_(lattice), match_(match), form_(time_.form) {
    time_.span = match.span;
    time_.rule = match.rule;
  }

  std::vector<TimeMention> make();

 private:
  const Capture* cap(std::string_view name) const { return match_.capture(name); }
  std::string_view attribute(std::string_view capture, std::string_view key) const;
  std::int32_t value(std::string_view capture, std::int32_t none) const;
  bool guarded() const;
  bool dispatch();
  void common();
  void clock();
  bool add_part_of(std::int32_t years);
  void set_part(std::string_view part);
  bool which(std::string_view capture, std::int32_t& count);
  bool date();
  void written(std::int32_t year);
  bool hijri();
  bool year();
  bool weekday();
  bool offset();
  bool no_today() const;
  bool unit();
  bool ago();
  bool duration();
  bool set();
  bool fixed();
  bool in_brackets_or_age() const;
  std::vector<TimeMention> several();
  std::vector<TimeMention> clocks();

  const Lattice& lattice_;
  const RuleMatch& match_;
  TimeMention time_;
  TimeForm& form_;
};

std::string_view TimeMaker::attribute(std::string_view capture, std::string_view key) const {
  const Capture* c = cap(capture);
  return c ? c->sense->attribute(key) : std::string_view();
}

std::int32_t TimeMaker::value(std::string_view capture, std::int32_t none) const {
  const Capture* c = cap(capture);
  if (!c) return none;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(std::max<std::int64_t>(c->sense->value, -100000), 10000000));
}

// The conditions a rule puts on the words around: not_before, not_after, needs_before, alone.
bool TimeMaker::guarded() const {
  const bool all = match_.whole.size() == lattice_.text().utf8().size();
  const bool spaced = lattice_.text().slice(match_.span).find(' ') != std::string_view::npos;
  if (spaced && match_.argument("tight") == "yes") return false;
  if (match_.argument("alone") == "yes" && !all) return false;
  const auto all_absent = [&](std::string_view name, bool before) {
    const std::string_view cls = match_.argument(name);
    if (cls.empty()) return true;
    return !(before ? class_before(lattice_, match_.span, class_named(cls))
                    : class_after(lattice_, match_.span, class_named(cls)));
  };
  if (ends_inside_word(lattice_, match_.span)) return false;   // "our year": a pronoun follows
  if (!all_absent("not_before", true) || !all_absent("not_after", false)) return false;
  if (!all_absent("not_after2", false) || !all_absent("not_after3", false)) return false;
  const std::string_view needed = match_.argument("needs_before");
  if (!needed.empty() && !class_before(lattice_, match_.span, class_named(needed))) return false;
  return true;
}

void TimeMaker::set_part(std::string_view part) {
  set_part_of(form_, part);
}

// "eleven and a half in the evening" -> 23:30.
void TimeMaker::clock() {
  if (cap("c")) {
    form_.hour = int_of(attribute("c", "h"), 0);
    form_.minute = int_of(attribute("c", "m"), 0);
    if (!attribute("c", "s").empty()) form_.fixed = attribute("c", "s");
  } else if (cap("k")) {
    form_.hour = value("k", 0);
    std::int32_t minutes = value("n", kUnset);
    if (cap("f")) minutes = 60 * value("f", 0) / std::max(1, int_of(attribute("f", "d"), 1));
    form_.minute = minutes;
    if (cap("x") && minutes != kUnset) {
      form_.hour -= 1;
      form_.minute = 60 - minutes;
    }
  }
  if (form_.hour != kUnset) hour_in_part(form_);
  time_.zone = attribute("z", "zone");
}

void TimeMaker::common() {
  for (std::string_view name : {"q", "o", "p", "a"}) set_part(attribute(name, "part"));
  if (cap("w")) form_.weekday = value("w", 0);
  clock();
  if (cap("g")) {
    time_.mod = attribute("g", "mod");
    form_.fixed = attribute("g", "days");
  }
  if (cap("b")) time_.mod = mod_of_bound(attribute("b", "bound"));
  if (form_.part[0] != 0 || form_.hour != kUnset) time_.kind = TimeKind::Time;
  if (class_before(lattice_, match_.span, class_id("UNTIL"))) form_.side = 2;
}

// The side a word like "last" points to; false where there is none.
bool TimeMaker::which(std::string_view capture, std::int32_t& count) {
  if (!cap(capture)) return false;
  count = value(capture, 0);
  if (!attribute(capture, "earlier").empty()) form_.from_earlier = true;
  return true;
}

bool TimeMaker::hijri() {
  const std::int32_t year = value("y", kUnset), month = value("h", kUnset);
  const std::int32_t day = value("d", kUnset);
  if (year == kUnset) {
    form_.base = TimeForm::Base::Fixed;
    form_.fixed = "h:" + std::to_string(month) + ":" + std::to_string(day == kUnset ? 0 : day);
    return true;
  }
  const std::int32_t first = hijri_day(year, month, day == kUnset ? 1 : day);
  if (first == kNoDay) return false;
  form_.base = TimeForm::Base::Written;
  const CivilDay civil = civil_day(first);
  form_.year = civil.year;
  form_.month = civil.month;
  if (day != kUnset) form_.day = civil.day;
  return true;
}

void TimeMaker::written(std::int32_t year) {
  form_.base = TimeForm::Base::Written;
  form_.year = year;
}

bool TimeMaker::date() {
  common();
  const std::int32_t month = value("m", kUnset);
  if (cap("h") || attribute("e", "cal") == "hijri") {
    if (cap("h")) return hijri();
    const std::int32_t first = hijri_day(value("y", 0), month, value("d", 1));
    if (first == kNoDay) return false;
    const CivilDay civil = civil_day(first);
    written(civil.year);
    form_.month = civil.month;
    form_.day = civil.day;
    return true;
  }
  form_.month = month;
  form_.day = value("d", kUnset);
  if (month != kUnset && (month < 1 || month > 12)) return false;
  std::int32_t side = 0;
  form_.base = TimeForm::Base::DayMonth;
  if (match_.argument("month") == "this" || (month == kUnset && (cap("t") || cap("r")))) {
    form_.unit = 'M';
    form_.count = cap("t") ? value("t", 0) : value("r", 0);
    if (match_.argument("month") == "this") form_.count = 0;
  } else if (cap("y")) {
    written(value("y", 0));
  } else if (which("yr", side) || which("t", side)) {
    form_.unit = 'Y';
    form_.count = side;
  } else if (which("r", side)) {
    if (side == 0) form_.unit = 'Y', form_.count = 0;
    else form_.side = static_cast<std::int8_t>(side);
  } else if (class_near_before(lattice_, match_.span, class_id("FUTURE"), 5)) {
    form_.side = 2;
  }
  return true;
}

bool TimeMaker::year() {
  common();
  const std::int32_t y = value("y", 0);
  const std::string_view era = attribute("e", "cal");
  const bool hijri_range = y >= 1380 && y <= 1460 && match_.argument("hijri") == "maybe";
  if (era == "hijri" || (era.empty() && hijri_range)) {
    const std::int32_t first = hijri_day(y, 1, 1);
    if (first == kNoDay) return false;
    written(civil_day(first).year);
    return true;
  }
  written(y);
  return y >= 1000;
}

bool TimeMaker::weekday() {
  common();
  form_.base = TimeForm::Base::Weekday;
  std::int32_t side = 0;
  if (which("r", side)) {
    form_.side = static_cast<std::int8_t>(side);
  } else if (which("t", side)) {
    form_.unit = 'W';
    form_.count = side;
    form_.from_earlier = true;
    return true;
  } else if (cap("u")) {   // Monday of last week
    form_.unit = 'W';
    form_.count = value("ur", 0);
  } else if (class_near_before(lattice_, match_.span, class_id("FUTURE"), 5)) {
    form_.side = 2;
  }
  form_.from_earlier = false;
  return true;
}

// "today" in a newspaper's name, and "the day that ...".
bool TimeMaker::no_today() const {
  if (value("o", 0) != 0 || cap("w") || !attribute("o", "part").empty()) return false;
  return class_before(lattice_, match_.span, class_id("NOT_TODAY_BEFORE")) ||
         class_after(lattice_, match_.span, class_id("NOT_TODAY_AFTER"));
}

bool TimeMaker::offset() {
  constexpr std::string_view kYehHamza = "\xd8\xa6";
  const bool hamza = lattice_.text().slice(match_.span).find(kYehHamza) != std::string_view::npos;
  if (match_.argument("hamza") == "no" && hamza) return false;   // another word, folded alike
  if (cap("o") && no_today()) return false;
  common();
  form_.base = TimeForm::Base::Offset;
  form_.unit = 'D';
  form_.count = value("o", 0);
  std::int32_t side = 0;
  if (which("r", side)) form_.count = side;
  if (match_.argument("from") == "earlier") form_.from_earlier = true;
  if (cap("w") && !cap("o")) {   // "Thursday at eight"
    form_.base = TimeForm::Base::Weekday;
    form_.from_earlier = false;
    form_.count = kUnset;
    if (class_near_before(lattice_, match_.span, class_id("FUTURE"), 5)) form_.side = 2;
  }
  return true;
}

bool TimeMaker::unit() {
  common();
  form_.base = TimeForm::Base::Offset;
  const std::string_view unit = attribute("u", "unit");
  if (unit.empty()) return false;
  if (unit == "E") return duration();
  form_.unit = unit[0];
  form_.count = 0;
  if (!which("r", form_.count)) which("t", form_.count);
  if (unit.size() == 2) {   // a season of a year
    form_.unit = 'S';
    form_.fixed = unit;
  }
  return form_.unit != 'H' && form_.unit != 'm' && form_.unit != 's';
}

bool TimeMaker::in_brackets_or_age() const {
  if (attribute("u", "unit") != "Y") return false;
  const auto tokens = lattice_.text().tokens();
  const std::uint32_t first = lattice_.text().token_at(match_.whole.begin);
  const std::uint32_t behind = lattice_.text().token_at(match_.whole.end);
  if (first > 0 && behind < tokens.size()) {
    const TokenKind before = tokens[first - 1].kind, after = tokens[behind].kind;
    const bool closed = after == TokenKind::Close || after == TokenKind::Comma;
    if (before == TokenKind::Open && closed) return true;
    if (before == TokenKind::Comma && after == TokenKind::Comma) return true;
  }
  return class_near_before(lattice_, match_.span, class_id("AGE"), 4) ||
         class_after(lattice_, match_.span, class_id("AGE_BEHIND"));
}

// A length: the number before the unit, a dual, or "several".
bool TimeMaker::duration() {
  common();
  if (in_brackets_or_age()) return false;
  time_.kind = TimeKind::Duration;
  form_.base = TimeForm::Base::Duration;
  const std::string_view unit = attribute("u", "unit");
  if (unit.empty()) return false;
  form_.unit = unit[0];
  if (cap("s") && attribute("u", "n") == "2") return false;
  if (match_.argument("construct") == "no" && definite_after(lattice_, match_.span)) return false;
  form_.count = cap("s") ? value("s", 0) : int_of(attribute("u", "n"), kUnset);
  if (!attribute("u", "pl").empty() && !cap("s")) form_.count = kUnset;
  if (cap("r")) form_.side = value("r", 0) < 0 ? -1 : 1;
  if (match_.argument("from") == "now") form_.fixed = "within";
  if (form_.unit == 'E' || form_.unit == 'C') {
    const std::int32_t years = form_.unit == 'E' ? 10 : 100;
    if (form_.count != kUnset) form_.count *= years;
    form_.unit = 'Y';
    return add_part_of(years);
  }
  return add_part_of(1);
}

// "an hour and a half" -> 90 minutes, "half a century" -> 50 years; `years`: of the unit, if several.
bool TimeMaker::add_part_of(std::int32_t years) {
  if (!cap("f")) return true;
  const std::int32_t over = value("f", 0), under = std::max(1, int_of(attribute("f", "d"), 1));
  const bool alone = match_.argument("of") == "part";
  std::int32_t smaller = years;
  if (years == 1) {
    constexpr std::string_view kUnits = "YDHm", kSmaller = "MHms";
    constexpr std::array<std::int32_t, 4> kCounts{12, 24, 60, 60};
    const std::size_t at = kUnits.find(form_.unit);
    if (at == std::string_view::npos) {   // weeks and months: hundredths
      if (alone) form_.count = 0;
      form_.minute = 100 * over / under;
      return true;
    }
    form_.unit = kSmaller[at];
    smaller = kCounts[at];
    form_.count *= smaller;
  }
  if (smaller * over % under != 0) return false;
  form_.count = (alone ? 0 : form_.count) + smaller * over / under;
  return true;
}

// "three days ago": a date, unless it is a bound or counted from an event ("three days after the").
bool TimeMaker::ago() {
  if (!duration()) return false;
  const bool small = form_.unit == 'H' || form_.unit == 'm' || form_.unit == 's';
  const bool of_event = class_after(lattice_, match_.span, class_id("OF_EVENT"));
  if (small || of_event || cap("b") || form_.count == kUnset) return true;
  time_.kind = TimeKind::Date;
  form_.base = TimeForm::Base::Offset;
  form_.count = match_.argument("side") == "future" ? form_.count : -form_.count;
  form_.fixed = "ago";
  return true;
}

bool TimeMaker::set() {
  common();
  time_.kind = TimeKind::Set;
  form_.base = TimeForm::Base::Set;
  form_.count = 1;
  if (cap("w") || cap("p")) return true;
  std::string_view unit = attribute("u", "unit");
  if (unit.empty()) unit = match_.argument("unit");
  if (unit.empty()) return false;
  form_.unit = unit[0];
  form_.count = cap("s") ? value("s", 1) : int_of(attribute("u", "n"), 1);
  return true;
}

// A little language of what only a calendar can tell; see anchor_fixed.cc.
bool TimeMaker::fixed() {
  const std::string_view ref = attribute("v", "ref");
  if (!ref.empty()) {
    form_.base = TimeForm::Base::Reference;
    form_.fixed = ref;
    return true;
  }
  common();
  form_.base = TimeForm::Base::Fixed;
  form_.year = value("y", kUnset);
  form_.month = value("m", kUnset);
  std::int32_t side = 0;
  if (which("yr", side)) form_.unit = 'Y', form_.count = side;
  else if (which("r", side)) form_.unit = 'M', form_.count = side;
  else if (which("t", side)) form_.unit = 'M', form_.count = side;
  else if (match_.argument("month") == "this") form_.unit = 'M', form_.count = 0;
  const std::string_view kind = match_.argument("kind");
  if (kind == "feast") form_.fixed = attribute("v", "feast");
  else if (kind == "after")
    form_.fixed = "after:" + std::to_string(value("d", 1)) + ":" + std::string(attribute("v", "feast"));
  else if (kind == "half") form_.fixed = "half:" + std::to_string(value("d", 1));
  else if (kind == "quarter") form_.fixed = "quarter:" + std::to_string(value("d", 1));
  else if (kind == "decade") form_.fixed = "decade:" + std::to_string(value("v", 0));
  else if (kind == "season") form_.fixed = "season:" + std::string(attribute("u", "unit"));
  else if (kind == "century") {
    form_.fixed = "century:" + std::to_string(value("d", 1));
    if (attribute("e", "cal") == "hijri") form_.fixed += ":h";
  } else if (kind == "feastday") {
    form_.fixed = "nth:" + std::to_string(value("d", 1)) + ":" + std::string(attribute("v", "feast"));
  } else if (kind == "hmonth") form_.fixed = "h:" + std::to_string(value("h", 1)) + ":1:0";
  else form_.fixed = std::string(kind) + ":" + std::to_string(cap("d") ? value("d", 1) : -1);
  return !form_.fixed.empty();
}

// Two times told together: "from 1989 to 2019", "between the 12th and the 25th of July".
std::vector<TimeMention> TimeMaker::several() {
  std::vector<TimeMention> out;
  for (const Capture& c : match_.captures) {
    if (c.name != "y1" && c.name != "d1" && c.name != "m1") continue;
    TimeMention one;
    one.rule = match_.rule;
    one.span = c.span;
    const auto v = static_cast<std::int32_t>(std::min<std::int64_t>(c.sense->value, 100000));
    if (c.name == "y1") {
      if (v < 1000 || v > 2100) return {};
      one.form.base = TimeForm::Base::Written;
      one.form.year = v;
    } else if (c.name == "m1") {
      one.form.base = TimeForm::Base::DayMonth;
      one.form.month = v;
      if (cap("y")) one.form.base = TimeForm::Base::Written, one.form.year = value("y", 0);
    } else {
      one.form.base = cap("y") ? TimeForm::Base::Written : TimeForm::Base::DayMonth;
      one.form.day = v;
      one.form.month = value("m", kUnset);
      one.form.year = value("y", kUnset);
      if (!cap("m") && (cap("r") || cap("t"))) {
        one.form.unit = 'M';
        one.form.count = value(cap("r") ? "r" : "t", 0);
      } else if (cap("r")) one.form.side = static_cast<std::int8_t>(value("r", 0));
    }
    out.push_back(one);
  }
  if (out.size() > 1 && (cap("m") || cap("r") || cap("t"))) {
    const bool first = match_.captures.front().name == "m";   // "July 13-15"
    if (first) out.front().span.begin = match_.captures.front().span.begin;
    out.back().span.end = match_.span.end;
  }
  return out;
}

// Two clocks told together: "from five to seven in the evening". A part said behind the last holds
// for those before it.
std::vector<TimeMention> TimeMaker::clocks() {
  std::vector<TimeMention> out;
  std::uint32_t begin = kUnsetByte;
  for (const Capture& c : match_.captures) {
    if (c.name == "s1") begin = c.span.begin;
    if (c.name == "a1" && !out.empty()) {
      set_part_of(out.back().form, c.sense->attribute("part"));
      out.back().span.end = c.span.end;
      continue;
    }
    if (c.name != "k1" && c.name != "c1") continue;
    TimeMention one;
    one.rule = match_.rule;
    one.span = {std::min(begin, c.span.begin), c.span.end};
    begin = kUnsetByte;
    one.kind = TimeKind::Time;
    one.form.base = TimeForm::Base::Offset;
    one.form.count = 0;
    one.form.from_earlier = true;
    const bool digits = c.name == "c1";
    one.form.hour = digits ? int_of(c.sense->attribute("h"), 0)
                           : static_cast<std::int32_t>(std::min<std::int64_t>(c.sense->value, 24));
    if (digits) one.form.minute = int_of(c.sense->attribute("m"), 0);
    out.push_back(std::move(one));
  }
  for (TimeMention& one : out) {
    if (one.form.part[0] == 0) set_part_of(one.form, out.back().form.part);
  }
  for (TimeMention& one : out) hour_in_part(one.form);
  return out;
}

bool TimeMaker::dispatch() {
  const std::string_view m = match_.maker;
  if (m == "date") return date();
  if (m == "year") return year();
  if (m == "weekday") return weekday();
  if (m == "day" || m == "clock") return offset();
  if (m == "unit") return unit();
  if (m == "ago") return ago();
  if (m == "duration") return duration();
  if (m == "set") return set();
  if (m == "fixed") return fixed();
  return false;
}

std::vector<TimeMention> TimeMaker::make() {
  if (!guarded()) return {};
  if (match_.maker == "several") return several();
  if (match_.maker == "clocks") return clocks();
  if (!dispatch()) return {};
  std::vector<TimeMention> out;
  out.push_back(std::move(time_));
  return out;
}

}  // namespace

bool is_time_maker(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMakers{"date", "year",     "weekday", "day",
                                                     "clock", "unit",     "ago",     "duration",
                                                     "set",  "fixed",    "several", "clocks"};
  for (std::string_view maker : kMakers) {
    if (maker == name) return true;
  }
  return false;
}

std::vector<TimeMention> make_times(const Lattice& lattice, const RuleMatch& match) {
  return TimeMaker(lattice, match).make();
}

}  // namespace isnad
