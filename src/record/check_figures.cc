// SPDX-License-Identifier: Apache-2.0
// One count of a sentence beside the counts of the records.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "record/check_claims.h"
#include "record/lanes.h"

namespace isnad {
namespace {

constexpr std::int64_t kTelling = 5;   // smaller numbers are equal by chance
constexpr std::int32_t kCloseDays = 3;

bool is_floor(Bound bound) { return bound == Bound::AtLeast || bound == Bound::MoreThan; }
bool is_plain(Bound bound) { return bound == Bound::Exact || bound == Bound::About; }

bool meet(const Figure& a, const Figure& b) { return a.low <= b.high && b.low <= a.high; }

enum class Value { Same, LessExact, Floor, Other };

// How the number that is said stands to the one that is asked for.
Value compare_values(const Figure& asked, const Figure& said) {
  if (asked.low == said.low && asked.bound == said.bound) return Value::Same;
  const bool loose = !is_plain(asked.bound) && !is_floor(asked.bound);
  if (loose) return meet(asked, said) ? Value::Same : Value::Other;
  if (is_floor(asked.bound)) {
    if (said.low >= asked.low) return Value::Same;
    return is_floor(said.bound) ? Value::Floor : Value::Other;
  }
  if (asked.low == said.low && (is_plain(said.bound) || said.bound == Bound::AtLeast)) {
    return Value::Same;
  }
  if (said.bound == Bound::Vague || said.bound == Bound::Range || said.bound == Bound::AtMost) {
    return meet(asked, said) ? Value::LessExact : Value::Other;
  }
  if (asked.bound == Bound::About || said.bound == Bound::About) {
    if (std::llabs(asked.low - said.low) * 10 <= std::max(asked.low, said.low)) {
      return Value::LessExact;
    }
  }
  return is_floor(said.bound) && said.low < asked.low ? Value::Floor : Value::Other;
}

bool is_fate(Role role) {
  return role == Role::Killed || role == Role::Injured || role == Role::Missing ||
         role == Role::Arrested || role == Role::Abducted || role == Role::Casualties;
}

bool same_people(const Figure& asked, const Figure& said) {
  const std::string a = group_family(asked.role, asked.group);
  const std::string b = group_family(asked.role, said.group);
  return a == b || (!is_thing(a) && !is_thing(b) && (a == "people" || b == "people"));
}

struct At {
  std::int32_t record = kNone, lane = kNone, point = kNone;
  std::int32_t report = kNone;
  const Figure* said = nullptr;
  Days as_of;
};

class FigureCheck {
 public:
  FigureCheck(const CheckView& view, const Figure& asked) : view_(view), asked_(asked) {}

  CheckedClaim run() {
    claim_.span = asked_.span;
    claim_.what = what();
    for (std::size_t i = 0; i < view_.records.size(); ++i) check(static_cast<std::int32_t>(i));
    finish_claim(view_, claim_);
    lower_origins();
    return std::move(claim_);
  }

 private:
  std::string what() const {
    return view_.words.fill("check.figure", {{"n", value(asked_)},
                                             {"group", group(asked_)},
                                             {"role", role(asked_)},
                                             {"place", shown_entity(view_, view_.sentence,
                                                                    asked_.place_entity)}});
  }
  std::string value(const Figure& figure) const {
    return view_.words.value(figure.low, figure.high, figure.bound);
  }
  std::string group(const Figure& figure) const {
    return std::string(view_.words.get("group." + (figure.group.empty() ? "people" : figure.group)));
  }
  std::string role(const Figure& figure) const {
    return std::string(view_.words.get(std::string("role.") + role_name(figure.role)));
  }

  template <class Do>
  void each(std::int32_t record, Do what) const {
    const auto& lanes = view_.records[static_cast<std::size_t>(record)].figures;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      for (std::size_t point = 0; point < lanes[lane].series.size(); ++point) {
        for (const Support& support : lanes[lane].series[point].support) {
          At at{record, static_cast<std::int32_t>(lane), static_cast<std::int32_t>(point),
                support.report, nullptr, lanes[lane].series[point].as_of};
          at.said = &view_.report(support.report).figures[static_cast<std::size_t>(support.figure)];
          what(at);
        }
      }
    }
  }

  PlaceFit fit(const At& at) const {
    return fit_place(view_.sentence, asked_.place_entity, view_.report(at.report),
                     at.said->place_entity);
  }

  // The sentence's day and the day that is said are known and far apart.
  bool is_other_day(const At& at) const {
    if (!asked_.date.one_day() || !at.said->date.one_day() || at.said->by_day) return false;
    return std::abs(asked_.date.first - at.said->date.first) > kCloseDays;
  }

  // Those that give this very number, or may mean it; the lanes they stand in are what the other
  // numbers are compared in.
  void check(std::int32_t record) {
    lanes_.clear();
    agreed_points_.clear();
    agreed_ = kNoDay;
    each(record, [&](const At& at) { check_equal(at); });
    if (lanes_.empty()) take_main_lane(record);
    each(record, [&](const At& at) { check_other(at); });
  }

  void check_equal(const At& at) {
    const Value value = compare_values(asked_, *at.said);
    if (value != Value::Same && value != Value::LessExact) return;
    const PlaceFit place = fit(at);
    const bool exact = value == Value::Same && at.said->low >= kTelling;
    const bool one_role = at.said->role == asked_.role;
    if (!one_role) {
      if (exact && is_fate(at.said->role) && is_fate(asked_.role) && place != PlaceFit::Other &&
          same_people(asked_, *at.said)) {
        say(at, Stand::Differently, Way::OtherRole);
      }
      return;
    }
    if (!same_people(asked_, *at.said)) {
      if (exact && place != PlaceFit::Other) say(at, Stand::Differently, Way::OtherGroup);
      return;
    }
    if (place == PlaceFit::Other || place == PlaceFit::Wider) {
      if (exact) say(at, Stand::Differently, Way::OtherPlace);
      return;
    }
    if (is_other_day(at)) return say(at, Stand::Differently, Way::OtherDay);
    switch (at.said->stance) {
      case Stance::Denied: case Stance::Negated:
        return say(at, Stand::Contradicted, Way::Denied);
      case Stance::Feared:
        return say(at, Stand::Differently, Way::Feared);
      default: break;
    }
    if (value == Value::Same) say(at, Stand::Supported, Way::Same);
    else say(at, Stand::Differently, Way::LessExact);
    lanes_.push_back(at.lane);
    if (value != Value::Same) return;
    agreed_ = std::max(agreed_, at.as_of.last);
    std::int32_t& point = agreed_points_.try_emplace(at.lane, at.point).first->second;
    point = std::max(point, at.point);
  }

  // Where nobody gives the number: the lane of these people and this place with most who speak.
  void take_main_lane(std::int32_t record) {
    std::map<std::int32_t, int> counts;
    each(record, [&](const At& at) {
      const PlaceFit place = fit(at);
      const bool here = place == PlaceFit::Same || place == PlaceFit::Narrower;
      const auto& lane = view_.records[static_cast<std::size_t>(record)]
                             .figures[static_cast<std::size_t>(at.lane)];
      if (at.said->role == asked_.role && same_people(asked_, *at.said) && here &&
          !lane.background && !is_other_day(at)) {
        ++counts[at.lane];
      }
    });
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
      return a.second < b.second;
    });
    if (most != counts.end()) lanes_.push_back(most->first);
  }

  void check_other(const At& at) {
    if (std::find(lanes_.begin(), lanes_.end(), at.lane) == lanes_.end()) return;
    if (compare_values(asked_, *at.said) == Value::Same ||
        compare_values(asked_, *at.said) == Value::LessExact) {
      return;
    }
    if (at.said->role != asked_.role || is_other_day(at)) return;
    const PlaceFit place = fit(at);
    if (place == PlaceFit::Other || place == PlaceFit::Wider) return;
    if (at.said->stance == Stance::Negated && asked_.low > 0) {
      return say(at, Stand::Contradicted, Way::Denied);
    }
    if (at.said->stance != Stance::Asserted && at.said->stance != Stance::Claimed) return;
    check_number(at);
  }

  const FigureLane& lane_of(const At& at) const {
    return view_.records[static_cast<std::size_t>(at.record)].figures[static_cast<std::size_t>(at.lane)];
  }

  // Only some kind of those asked for are counted: 18 of the police say nothing against 164 people.
  bool counts_fewer_kinds(const Figure& said) const {
    const std::string mine = group_family(asked_.role, asked_.group);
    return mine == "people" && group_family(said.role, said.group) != mine && said.low < asked_.low;
  }

  // The record has the figure as an end of such a difference; with another end that gives the number
  // asked for, where `with` says so.
  bool is_end(const At& at, Relation relation, About about, bool with) const {
    const Place1 here{at.report, at.said->span};
    const auto same = [](const Place1& a, const Place1& b) { return a.report == b.report && a.span == b.span; };
    const auto& rows = view_.records[static_cast<std::size_t>(at.record)].differences;
    return std::any_of(rows.begin(), rows.end(), [&](const Difference& row) {
      if (row.relation != relation || row.about != about) return false;
      if (!same(row.a, here) && !same(row.b, here)) return false;
      return !with || gives_asked(same(row.a, here) ? row.b : row.a);
    });
  }

  bool gives_asked(const Place1& end) const {
    if (end.report == kNone) return false;
    const auto& figures = view_.report(end.report).figures;
    return std::any_of(figures.begin(), figures.end(), [&](const Figure& figure) {
      return figure.span == end.span && figure.role == asked_.role && figure.low == asked_.low;
    });
  }

  // In a lane that grows, the hours tell which came first.
  bool is_of_growth(const At& at, Way& way) const {
    const auto agreed = agreed_points_.find(at.lane);
    if (agreed == agreed_points_.end() || lane_of(at).verdict != Verdict::Growing) return false;
    const bool before = at.point < agreed->second && at.said->low < asked_.low;
    const bool after = at.point > agreed->second && at.said->low > asked_.low;
    way = before ? Way::Earlier : Way::Later;
    return before || after;
  }

  void check_number(const At& at) {
    const Figure& said = *at.said;
    const CountKind kind = lane_of(at).series[static_cast<std::size_t>(at.point)].kind;
    if (said.kind == CountKind::Part || said.kind == CountKind::New || kind != CountKind::Total ||
        counts_fewer_kinds(said) || is_end(at, Relation::Part, About::Value, true)) {
      if (said.low < asked_.low) say(at, Stand::Differently, Way::Part);
      return;
    }
    if (is_end(at, Relation::Contradiction, About::Role, false)) return;   // most likely misread
    if (Way way; is_of_growth(at, way)) return say(at, Stand::Differently, way);
    if (compare_values(asked_, said) == Value::Floor) {
      return say(at, Stand::Differently, Way::Floor);
    }
    const std::int32_t asked_day = asked_.date.last != kNoDay ? asked_.date.last : agreed_;
    if (asked_day != kNoDay && at.as_of.last != kNoDay) {
      if (at.as_of.last > asked_day && said.low > asked_.low) {
        return say(at, Stand::Differently, Way::Later);
      }
      if (at.as_of.last < asked_day && said.low < asked_.low) {
        return say(at, Stand::Differently, Way::Earlier);
      }
    }
    say(at, Stand::Contradicted, Way::Rival);
  }

  void say(const At& at, Stand stand, Way way) {
    const Report& report = view_.report(at.report);
    Saying saying;
    saying.stand = stand;
    saying.way = way;
    saying.place = {at.report, at.said->span};
    saying.record = at.record;
    if (!at.said->holders.empty()) {
      saying.holder = std::string(report.text.slice(at.said->holders.back().span));
    }
    saying.why = view_.words.fill(
        std::string("check.") + way_name(way),
        {{"n", value(*at.said)},
         {"asked", value(asked_)},
         {"group", group(*at.said)},
         {"role", role(*at.said)},
         {"day", view_.words.day(at.as_of.last)},
         {"place", shown_entity(view_, report, at.said->place_entity)}});
    add_saying(view_, claim_, std::move(saying));
    if (stand == Stand::Supported) {
      points_.insert({at.record, at.lane, at.point});
    }
  }

  // One ministry quoted by three reports is one origin, as the points say.
  void lower_origins() {
    std::map<std::int32_t, std::int32_t> most;
    for (const auto& [record, lane, point] : points_) {
      const auto& figures = view_.records[static_cast<std::size_t>(record)].figures;
      const std::int32_t origins = figures[static_cast<std::size_t>(lane)]
                                       .series[static_cast<std::size_t>(point)].origins;
      most[record] = std::max(most[record], origins);
    }
    std::int32_t all = 0;
    for (const auto& [record, origins] : most) all += origins;
    if (all > 0) claim_.supported.origins = std::min(claim_.supported.origins, all);
  }

  const CheckView& view_;
  const Figure& asked_;
  CheckedClaim claim_;
  std::vector<std::int32_t> lanes_;    // of the record at hand, where the number may stand
  std::int32_t agreed_ = kNoDay;       // the last day by which somebody gives it
  std::map<std::int32_t, std::int32_t> agreed_points_;   // by lane: the last point that gives it
  std::set<std::tuple<std::int32_t, std::int32_t, std::int32_t>> points_;
};

}  // namespace

CheckedClaim check_figure(const CheckView& view, const Figure& figure) {
  return FigureCheck(view, figure).run();
}

}  // namespace isnad
