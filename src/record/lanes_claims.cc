// SPDX-License-Identifier: Apache-2.0
#include "record/lanes_claims.h"

#include <algorithm>
#include <cstdlib>

#include "record/cues.h"

namespace isnad {
namespace {

constexpr std::uint32_t kBehind = 70;     // bytes: "in a first toll" right behind a figure
constexpr std::int64_t kDaySeconds = 86400;
constexpr std::int32_t kCloseDays = 3;
constexpr std::int32_t kLongAgo = 60;    // days
constexpr std::int32_t kPeriod = 28;     // days; a count of a longer stretch is of no one event

// "2022-01-11T00:47" -> seconds of the day; noon where no hour is given.
std::int64_t hour_of(const std::string& value) {
  const std::size_t mark = value.find('T');
  if (mark == value.npos || value.size() < mark + 6) return kDaySeconds / 2;
  const auto two = [&](std::size_t at) {
    return value.size() >= at + 2 ? (value[at] - '0') * 10 + (value[at + 1] - '0') : 0;
  };
  const std::int64_t seconds = value.size() >= mark + 9 ? two(mark + 7) : 0;
  return two(mark + 1) * 3600 + two(mark + 4) * 60 + seconds;
}

// The day a report was written: where it says "today, Monday" and is stamped on Tuesday, Monday.
std::int32_t written_day(const Report& report) {
  const std::int32_t published = published_last(report);
  if (published == kNoDay) return kNoDay;
  for (const TimeMention& time : report.times) {
    const bool today = time.form.base == TimeForm::Base::Offset && time.form.unit == 'D' &&
                       time.form.count == 0 && time.form.weekday != kUnset;
    const bool before = time.days.one_day() && time.days.first < published &&
                        published - time.days.first <= kCloseDays;
    if (today && before) return time.days.first;
  }
  return published;
}

// "Last week": when it happened, though not the day.
bool is_week(const Report& report, const Figure& figure) {
  if (figure.date_time == kNone || figure.since || figure.by_day) return false;
  const TimeForm& form = report.times[static_cast<std::size_t>(figure.date_time)].form;
  return form.base == TimeForm::Base::Offset && form.unit == 'W';
}

// The day by which a figure is so: the end of the stretch it is said of; for what happened on one
// day and is counted later, the day of the report.
std::int32_t as_of_day(const Report& report, const Figure& figure, Days date,
                       const std::string& event) {
  const std::int32_t published = written_day(report);
  if (date.last == kNoDay) return published;
  const bool when = date.one_day() || is_week(report, figure);
  const bool counted_later = when && is_toll(figure.role) && event == "main";
  if (counted_later && published != kNoDay && published > date.last) return published;
  return date.last;
}

// The hour that a report bears: a clock that stands alone at its foot, where it is before the hour
// that came with it (the report was taken up later than it was written); else that.
std::int64_t hour_of_report(const Report& report) {
  const std::int64_t hour = hour_of(report.published.value);
  if (report.parts.empty() || report.published.value.find('T') == std::string::npos) return hour;
  const Span foot = report.parts.back().span;
  for (const TimeMention& time : report.times) {
    const bool alone = time.kind == TimeKind::Time && time.form.hour != kUnset && foot.contains(time.span) &&
                       foot.size() <= time.span.size() + 2;
    const bool that_day = time.days.one_day() && time.days.first == published_last(report);
    if (alone && that_day) return std::min(hour, hour_of(time.value));
  }
  return hour;
}

std::int64_t moment_of(const Report& report, std::int32_t day) {
  if (day == kNoDay) return 0;
  const bool that_day = day == published_last(report);
  return day * kDaySeconds + (that_day ? hour_of_report(report) : kDaySeconds - 1);
}

bool in_title(const Report& report, Span span) {
  if (!report.title.empty() && report.title.contains(span)) return true;
  return std::any_of(report.parts.begin(), report.parts.end(), [&](const Part& part) {
    return part.kind == PartKind::Title && part.span.contains(span);
  });
}

bool one_sentence(const Report& report, Span a, Span b) {
  for (const Span& sentence : report.text.sentences()) {
    if (sentence.overlaps(a)) return sentence.overlaps(b);
  }
  return false;
}

// A day long before the report: said in the figure's own sentence it is another event's, else it
// was read from somewhere else and is not believed.
void check_date(const Report& report, const Figure& figure, Claim& claim) {
  claim.event = figure.event;
  claim.date = figure.date;
  const std::int32_t published = published_first(report);
  if (figure.event != "main" || figure.date.last == kNoDay || published == kNoDay) return;
  const bool stretch = figure.date.first != kNoDay &&
                       figure.date.last - figure.date.first >= kPeriod;
  if (stretch && figure.date_time != kNone &&
      one_sentence(report, figure.span, report.times[static_cast<std::size_t>(figure.date_time)].span)) {
    claim.event = "period";
    return;
  }
  if (published - figure.date.last <= kLongAgo) return;
  const bool own = figure.date_time != kNone &&
                   one_sentence(report, figure.span,
                                report.times[static_cast<std::size_t>(figure.date_time)].span);
  if (own) claim.event = "past";
  else claim.date = Days{};
}

// Groups and organisations that the figure's own words name: "12 Houthis".
std::vector<std::int32_t> find_parties(const StoryView& view, std::int32_t report, Span span) {
  std::vector<std::int32_t> parties;
  for (const NameMention& name : view.report(report).names) {
    const bool party = name.type == EntityType::Group || name.type == EntityType::Organisation;
    if (!party || name.entity == kNone || !span.contains(name.span)) continue;
    const std::int32_t joined = view.name_of(report, name.entity);
    if (joined != kNone) parties.push_back(joined);
  }
  return parties;
}

// What the words of its sentence say of a figure.
void read_cues(const Report& report, const Figure& figure, Claim& claim) {
  const Span sentence = sentence_at(report, figure.span);
  const std::vector<std::string> words = fold_words(report.text.slice(sentence));
  const Span before{sentence.begin, std::min(std::max(sentence.end, figure.span.end), figure.span.end + kBehind)};
  const bool is_past = has_cue(words, "before");
  claim.earlier = has_cue(report.text.slice(before), "earlier") && !is_past;
  const Span ahead{sentence.begin, std::max(sentence.begin, figure.span.begin)};
  const bool compared = has_cue(report.text.slice(ahead), "since");
  if (claim.event == "main" && (is_past || compared)) claim.event = "before";
  claim.wide = has_cue(words, "wide");
  const std::vector<std::string> clause = fold_words(report.text.slice(clause_at(report, figure.span)));
  claim.series = has_cue(clause, "series") && !has_cue(words, "one_of_series") && !claim.earlier;
  claim.after_series = claim.series && claim.event == "main" && has_cue(clause, "after_series");
}

Claim make_claim(const StoryView& view, std::int32_t report, std::int32_t index) {
  const Report& of = view.report(report);
  const Figure& figure = of.figures[static_cast<std::size_t>(index)];
  Claim claim;
  claim.report = report;
  claim.figure = index;
  claim.said = &figure;
  claim.holder = make_holder(view, report, figure.holders);
  claim.family = group_family(figure.role, figure.group);
  claim.kind = figure.kind;
  check_date(of, figure, claim);
  set_moment(view, claim);
  claim.in_title = in_title(of, figure.span);
  read_cues(of, figure, claim);
  claim.parties = find_parties(view, report, figure.span);
  return claim;
}

bool is_fighter(const std::string& family) {
  return family == "militants" || family == "protesters" || family == "civilians" ||
         family == "people" || family == "other_people";
}

int fighter_rank(const std::string& family) {
  if (family == "militants") return 3;
  if (family == "protesters") return 2;
  return family == "civilians" ? 1 : 0;
}

bool same_number_same_voice(const Claim& a, const Claim& b) {
  if (a.said->role != b.said->role || a.event != b.event) return false;
  if (a.said->low != b.said->low || a.said->high != b.said->high || a.said->low < 3) return false;
  if (a.said->bound == Bound::Vague || !same_holder(a.holder, b.holder)) return false;
  if (a.as_of == kNoDay || b.as_of == kNoDay) return true;
  return std::abs(days_from(b.as_of, a.as_of)) <= kCloseDays;
}

}  // namespace

bool is_thing(std::string_view group) {
  return group == "vehicles" || group == "aircraft" || group == "ships" || group == "buildings" ||
         group == "weapons" || group == "other_things";
}

bool is_toll(Role role) {
  switch (role) {
    case Role::Killed: case Role::Injured: case Role::Missing: case Role::Casualties:
    case Role::Arrested: case Role::Abducted: case Role::Displaced: case Role::Rescued:
    case Role::Destroyed: case Role::Affected: case Role::Released: return true;
    default: return false;
  }
}

std::string group_family(Role role, std::string_view group) {
  if (group.empty() || group == "other_people") group = "people";
  if (role == Role::Arrested && (group == "militants" || group == "protesters")) return "people";
  if (role == Role::Participants && group == "people") return "protesters";
  if (role == Role::Attackers && !is_thing(group)) return "militants";
  if (group == "police" || group == "soldiers" || group == "security_forces") return "forces";
  return std::string(group);
}

void set_moment(const StoryView& view, Claim& claim) {
  const Report& report = view.report(claim.report);
  claim.as_of = as_of_day(report, *claim.said, claim.date, claim.event);
  claim.moment = moment_of(report, claim.as_of);
}

std::vector<Claim> make_claims(const StoryView& view) {
  std::vector<Claim> claims;
  for (std::int32_t report : view.story.reports) {
    const auto& figures = view.report(report).figures;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (figures[i].role == Role::Other) continue;
      claims.push_back(make_claim(view, report, static_cast<std::int32_t>(i)));
    }
  }
  return claims;
}

void settle_series(std::vector<Claim>& claims) {
  const auto of_story = [&](const Claim& series) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.report != series.report && !claim.series && claim.event == "main" &&
             claim.date.one_day() && !claim.said->by_day && claim.date.first == series.date.first;
    });
  };
  const bool own = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return claim.after_series && claim.date.one_day() && !claim.said->by_day && of_story(claim);
  });
  for (Claim& claim : claims) {
    if (!claim.after_series) continue;
    if (own) claim.place = kSeriesPlace;
    else claim.event = "series";
  }
}

void join_fighters(std::vector<Claim>& claims) {
  std::vector<std::string> joined;
  for (const Claim& claim : claims) {
    std::string family = claim.family;
    for (const Claim& other : claims) {
      if (!is_fighter(family) || !is_fighter(other.family)) continue;
      if (fighter_rank(other.family) <= fighter_rank(family)) continue;
      if (other.report != claim.report && same_number_same_voice(claim, other)) {
        family = other.family;
      }
    }
    joined.push_back(family);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].family = joined[i];
}

}  // namespace isnad
