// SPDX-License-Identifier: Apache-2.0
// Between incidents: a series of attacks and each of them, two days of one place.
#include <algorithm>
#include <set>

#include "record/differences.h"

namespace isnad {
namespace {

constexpr std::int32_t kDaysApart = 7;
constexpr std::size_t kMostOfSeries = 3;
constexpr std::size_t kNoClaim = static_cast<std::size_t>(-1);

bool is_day(const Claim& claim, std::int32_t day) {
  return claim.date.one_day() && !claim.said->by_day && claim.date.first == day;
}

// A claim of the step, of another report, that is of this day and of no series; its index, or kNoClaim.
std::size_t find_of_day(const LaneSet& set, const Step& step, const Claim& whole) {
  std::size_t best = kNoClaim;
  for (std::size_t index : step.claims) {
    const Claim& claim = set.claims[index];
    if (claim.report == whole.report || claim.series || !is_day(claim, whole.date.first)) continue;
    if (best == kNoClaim || speaker_rank(claim) > speaker_rank(set.claims[best])) best = index;
  }
  return best;
}

// The last count of the lane that is a part of the series.
std::size_t find_part(const LaneSet& set, const Lane& lane, const Claim& whole) {
  std::size_t found = kNoClaim;
  for (const Step& step : lane.steps) {
    if (!step.running || step.misread || step.vague() || step.low < kFewestPlaced) continue;
    if (step.low * 10 >= whole.said->low * 9) continue;
    const std::size_t index = find_of_day(set, step, whole);
    if (index != kNoClaim) found = index;
  }
  return found;
}

Found make_series(const StoryView& view, const LaneSet& set, std::size_t x, std::size_t y) {
  const Claim& part = set.claims[x];
  const Claim& whole = set.claims[y];
  Found found = make_found(set, Relation::Part, About::Value, x, 42 + role_weight(part.said->role));
  found.difference.b = claim_place(whole);
  found.claims.push_back(y);
  const std::vector<Fill> fills = {{"a", claim_value(view, part)},
                                   {"b", claim_value(view, whole)},
                                   {"role", shown_role(view, part.said->role)},
                                   {"day", view.words.day(whole.date.first)}};
  found.difference.title = view.words.fill("diff.series.title", fills);
  found.difference.why = view.words.fill("diff.series.why", fills);
  return found;
}

// "A series of attacks killed 51 on Friday": what other reports count of that day is a part of it.
void find_series(const StoryView& view, const LaneSet& set, std::vector<Found>& all) {
  std::set<std::pair<Role, std::int64_t>> told;
  for (std::size_t y = 0; y < set.claims.size(); ++y) {
    const Claim& whole = set.claims[y];
    const bool counts = whole.series && is_toll(whole.said->role) && !whole.in_title &&
                        whole.kind == CountKind::Total && whole.said->bound != Bound::Vague;
    if (!counts || !whole.date.one_day() || whole.said->by_day) continue;
    if (!told.emplace(whole.said->role, whole.said->low).second) continue;
    std::size_t rows = 0;
    for (const Lane& lane : set.lanes) {
      if (lane.role != whole.said->role || lane.event != "main" || rows >= kMostOfSeries) continue;
      const std::size_t x = find_part(set, lane, whole);
      if (x == kNoClaim) continue;
      all.push_back(make_series(view, set, x, y));
      ++rows;
    }
  }
}

bool is_fixed(const Claim& claim) { return claim.date.one_day() && !claim.said->by_day; }

bool one_named_place(const StoryView& view, const Claim& a, const Claim& b) {
  const std::int32_t x = view.name_of(a.report, a.said->place_entity);
  return x != kNone && x == view.name_of(b.report, b.said->place_entity);
}

// Numbers of one size, of one place and two near days: the one may be taken for the other.
bool compare_days(const StoryView& view, const LaneSet& set, const Lane& first, const Lane& second,
                  std::vector<Found>& all) {
  const Step* a = last_counted(first);
  const Step* b = last_counted(second);
  if (!a || !b || agree(*a, *b) || std::min(a->low, b->low) < kFewestPlaced) return false;
  if (count_reports(set, *a) < 2 || count_reports(set, *b) < 2) return false;
  if (std::min(a->low, b->low) * 2 < std::max(a->low, b->low)) return false;
  const std::size_t x = speaker_of(set, *a), y = speaker_of(set, *b);
  const Claim& one = set.claims[x];
  const Claim& other = set.claims[y];
  if (one.report == other.report || view.origin(one.report) == view.origin(other.report)) return false;
  if (!is_fixed(one) || !is_fixed(other) || !one_named_place(view, one, other)) return false;
  const std::int64_t apart = days_from(one.date.first, other.date.first);
  if (apart <= 0 || apart > kDaysApart || other_party(one, other)) return false;
  Found found = make_found(set, Relation::Scope, About::Date, x, 21 + role_weight(first.role));
  found.difference.b = claim_place(other);
  found.claims.push_back(y);
  const std::vector<Fill> fills = {{"a", shown_value(view, *a)},
                                   {"b", shown_value(view, *b)},
                                   {"role", shown_role(view, first.role)},
                                   {"place", lane_place(view, one)},
                                   {"day_a", view.words.day(one.date.first)},
                                   {"day_b", view.words.day(other.date.first)}};
  found.difference.title = view.words.fill("diff.day.title", fills);
  found.difference.why = view.words.fill("diff.day.why", fills);
  all.push_back(std::move(found));
  return true;
}

// One row for a role.
void find_days(const StoryView& view, const LaneSet& set, std::vector<Found>& all) {
  std::set<Role> told;
  for (const Lane& first : set.lanes) {
    if (first.event != "main" || !is_toll(first.role) || first.mixed) continue;
    for (const Lane& second : set.lanes) {
      const bool pair = &first != &second && second.role == first.role && second.event == first.event &&
                        second.family == first.family && second.place == first.place && !second.mixed;
      if (!pair || told.count(first.role) != 0) continue;
      if (compare_days(view, set, first, second, all)) told.insert(first.role);
    }
  }
}

}  // namespace

std::vector<Found> find_incidents(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  find_series(view, set, all);
  find_days(view, set, all);
  return all;
}

}  // namespace isnad
