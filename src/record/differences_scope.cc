// SPDX-License-Identifier: Apache-2.0
// Between lanes: another place, parts of a whole, numbers far from everything else.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "record/differences.h"
#include "record/policy.h"

namespace isnad {
namespace {

constexpr std::int64_t kFar = 10;        // times the next largest
constexpr std::int64_t kFewest = 100;    // smaller numbers are never far
constexpr std::size_t kOthersNeeded = 2;
constexpr std::int64_t kFewestOther = 10;   // smaller numbers of another incident mislead nobody
constexpr std::int64_t kFewestSlip = 10;
constexpr std::int64_t kFewestSum = 8;      // smaller sums come out by chance

std::string country_of(const StoryView& view, const Claim& claim) {
  const std::int32_t place = claim.said->place_entity;
  if (place == kNone) return {};
  return view.report(claim.report).entities[static_cast<std::size_t>(place)].country;
}

// A report says of a number of the one step that it is a part of one of the other's.
bool is_told_part(const LaneSet& set, const Step& narrow, const Step& wide) {
  for (std::size_t index : narrow.claims) {
    const Claim& part = set.claims[index];
    if (part.said->part_of == kNone) continue;
    for (std::size_t other : wide.claims) {
      const Claim& whole = set.claims[other];
      if (whole.report == part.report && whole.figure == part.said->part_of) return true;
    }
  }
  return false;
}

// Numbers of one size and day, in two reports, each with a known place of its own: a reader may take the
// one for the other.
bool may_be_mistaken(const StoryView& view, const Claim& a, const Claim& b) {
  if (a.report == b.report || view.origin(a.report) == view.origin(b.report)) return false;
  if (a.said->place_entity == kNone || b.said->place_entity == kNone) return false;
  const std::int64_t low = std::min(a.said->low, b.said->low);
  return a.as_of == b.as_of && low * 2 >= std::max(a.said->low, b.said->low);
}

bool compare_places(const StoryView& view, const LaneSet& set, const Lane& wide,
                    const Lane& narrow, std::vector<Found>& all) {
  const Step* a = last_counted(narrow);
  const Step* b = last_counted(wide);
  if (!a || !b || agree(*a, *b) || std::min(a->low, b->low) < kFewestPlaced) return false;
  const std::size_t x = speaker_of(set, *a), y = speaker_of(set, *b);
  if (set.claims[x].report == set.claims[y].report) return false;
  const bool told = is_told_part(set, *a, *b) && !country_of(view, set.claims[x]).empty();
  if (!told && (!may_be_mistaken(view, set.claims[x], set.claims[y]) || count_reports(set, *a) < 2 ||
                count_reports(set, *b) < 2)) {
    return false;
  }
  std::string whole = told ? "" : own_place(view, set);
  if (whole.empty()) whole = lane_place(view, set.claims[y]);
  // A town inside the country the story is of is a part of it; two towns are two scopes.
  const bool inside = (set.focus.starts_with("c:") || told) && a->low < b->low;
  Found found = make_found(set, inside ? Relation::Part : Relation::Scope, About::Place, x,
                           20 + role_weight(wide.role));
  found.difference.b = claim_place(set.claims[y]);
  found.claims.push_back(y);
  const std::vector<Fill> fills = {{"a", shown_value(view, *a)},
                                   {"b", shown_value(view, *b)},
                                   {"role", shown_role(view, wide.role)},
                                   {"place_a", lane_place(view, set.claims[x])},
                                   {"place_b", whole}};
  const std::string key = inside ? "diff.place" : "diff.scope";
  found.difference.title = view.words.fill(key + ".title", fills);
  found.difference.why = view.words.fill(key + ".why", fills);
  all.push_back(std::move(found));
  return true;
}

// All that its report counts as parts of a number; 0 where one of them is not exact.
std::int64_t parts_of(const LaneSet& set, const Claim& whole) {
  std::int64_t sum = 0;
  for (const Claim& claim : set.claims) {
    if (claim.report != whole.report || claim.said->part_of != whole.figure) continue;
    if (claim.said->bound != Bound::Exact) return 0;
    sum += claim.said->low;
  }
  return sum;
}

// "Fifteen, three workers among them" here, "twelve of the force" there: 15 = 12 + 3.
bool is_sum(const LaneSet& set, const Claim& whole, const Claim& part, const Claim& rest) {
  if (part.report != whole.report || part.said->part_of != whole.figure) return false;
  if (rest.report == whole.report || rest.said->kind == CountKind::Part) return false;
  if (rest.loose || whole.loose) return false;
  if (whole.said->low < kFewestSum || part.said->low < 2 || rest.place != whole.place) return false;
  if (rest.said->bound != Bound::Exact || whole.said->bound != Bound::Exact) return false;
  if (rest.family != whole.family && whole.family != "people") return false;
  // Of no kind that is told, or of the part's own: what it is of the whole is not known.
  if (rest.said->group.empty() || rest.said->group == "people" || rest.family == part.family) return false;
  if (std::abs(days_from(whole.as_of, rest.as_of)) > 1) return false;
  return part.said->low + rest.said->low == whole.said->low ||
         parts_of(set, whole) + rest.said->low == whole.said->low;
}

struct Sum { std::size_t whole, part, rest; bool found = false; };

Sum find_sum(const LaneSet& set, Role role) {
  std::vector<std::size_t> claims;
  for (std::size_t i = 0; i < set.claims.size(); ++i) {
    if (set.claims[i].said->role == role && set.claims[i].event == "main") claims.push_back(i);
  }
  for (std::size_t part : claims) {
    if (set.claims[part].said->kind != CountKind::Part) continue;
    for (std::size_t whole : claims) {
      if (set.claims[whole].report != set.claims[part].report || whole == part) continue;
      for (std::size_t rest : claims) {
        const bool known = std::any_of(claims.begin(), claims.end(), [&](std::size_t other) {
          return set.claims[other].report == set.claims[whole].report &&
                 set.claims[other].said->low == set.claims[rest].said->low;
        });
        if (!known && is_sum(set, set.claims[whole], set.claims[part], set.claims[rest])) {
          return {whole, part, rest, true};
        }
      }
    }
  }
  return {};
}

void add_sum(const StoryView& view, const LaneSet& set, Role role, std::vector<Found>& all) {
  const Sum sum = find_sum(set, role);
  if (!sum.found) return;
  const Claim& whole = set.claims[sum.whole];
  const Claim& part = set.claims[sum.part];
  const Claim& rest = set.claims[sum.rest];
  Found found = make_found(set, Relation::Part, About::Value, sum.whole, 45 + role_weight(role));
  found.difference.b = claim_place(rest);
  found.claims.push_back(sum.rest);
  const std::vector<Fill> fills = {{"a", claim_value(view, whole)},
                                   {"b", claim_value(view, rest)},
                                   {"c", claim_value(view, part)},
                                   {"role", shown_role(view, role)},
                                   {"group_b", shown_group(view, rest)},
                                   {"group_c", shown_group(view, part)}};
  found.difference.title = view.words.fill("diff.sum.title", fills);
  found.difference.why = view.words.fill("diff.sum.why", fills);
  all.push_back(std::move(found));
}

// A later count far below the toll: said once for a role.
bool add_other_incident(const StoryView& view, const LaneSet& set, const Lane& main,
                        const Lane& other, std::vector<Found>& all) {
  const Step* a = last_counted(main);
  const Step* b = last_counted(other);
  if (!a || !b || b->low < kFewestOther || b->low * 3 >= a->low) return false;
  if (b->low * kFar < a->low) return false;
  const std::size_t x = speaker_of(set, *a), y = speaker_of(set, *b);
  if (set.claims[y].moment <= set.claims[x].moment) return false;
  Found found = make_found(set, Relation::Scope, About::Value, x, 22 + role_weight(main.role));
  found.difference.b = claim_place(set.claims[y]);
  found.claims.push_back(y);
  const std::vector<Fill> fills = {{"a", shown_value(view, *a)},
                                   {"b", shown_value(view, *b)},
                                   {"role", shown_role(view, main.role)},
                                   {"day_a", view.words.day(set.claims[x].as_of)},
                                   {"day_b", view.words.day(set.claims[y].as_of)}};
  found.difference.title = view.words.fill("diff.incident.title", fills);
  found.difference.why = view.words.fill("diff.incident.why", fills);
  all.push_back(std::move(found));
  return true;
}

// Somebody is named who says so: what nobody is named for is most often misread.
bool is_named(const LaneSet& set, const Step& step) {
  return std::any_of(step.claims.begin(), step.claims.end(), [&](std::size_t index) {
    return set.claims[index].holder.named;
  });
}

// The country most figures are of.
std::string own_country(const StoryView& view, const LaneSet& set) {
  std::map<std::string, int> counts;
  for (const Claim& claim : set.claims) {
    const std::string country = country_of(view, claim);
    if (!country.empty()) ++counts[country];
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  return most == counts.end() ? std::string() : most->first;
}

bool is_crowd(Role role) {
  return role == Role::Participants || role == Role::Attackers || role == Role::Arrested ||
         role == Role::Deployed;
}

// Those sent are no crowd that stands against others.
bool comparable(Role a, Role b) {
  return a == b || (is_crowd(a) && is_crowd(b) && a != Role::Deployed && b != Role::Deployed);
}

std::int64_t upper(const Step& step) { return step.high == kOpen ? step.low : step.high; }

bool counts_people(const Lane& lane) { return lane.event == "main" && !is_thing(lane.family); }

struct Next { const Step* step = nullptr; std::size_t others = 0; };   // of other reports

// One report counts many things; it is far from others only beside another report's.
bool in_other_report(const LaneSet& set, const Step& step, const Step& own) {
  const std::int32_t report = set.claims[own.claims.front()].report;
  return std::any_of(step.claims.begin(), step.claims.end(),
                     [&](std::size_t index) { return set.claims[index].report != report; });
}

// The largest comparable count besides `own`.
Next next_largest(const LaneSet& set, const Lane& of, const Step& own) {
  Next next;
  for (const Lane& lane : set.lanes) {
    if (!counts_people(lane) || !comparable(lane.role, of.role)) continue;
    for (const Step& step : lane.steps) {
      if (&step == &own) continue;
      if (in_other_report(set, step, own)) ++next.others;
      if (!next.step || upper(step) > upper(*next.step)) next.step = &step;
    }
  }
  return next;
}

// 150 for 15, 162 for 126: a nought too many or too few, two digits changed over.
bool is_slip(std::int64_t lone, std::int64_t known) {
  const std::int64_t low = std::min(lone, known), high = std::max(lone, known);
  if (low < kFewestSlip || low == high) return false;
  if (high == low * 10 || high == low * 100 || high == low * 1000) return true;
  std::string a = std::to_string(low), b = std::to_string(high);
  if (a.size() != b.size() || a.size() < 3) return false;   // 15 and 51 are told of many things
  int differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ += a[i] != b[i] ? 1 : 0;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b && differ == 2;
}

// A number that one report alone has, one slip away from what others have.
void find_slips(const StoryView& view, const LaneSet& set, Lane& lane, std::vector<Found>& all) {
  for (Step& lone : lane.steps) {
    if (!lone.running || lone.bound != Bound::Exact || count_reports(set, lone) != 1) continue;
    for (const Step& known : lane.steps) {
      if (!known.running || known.bound != Bound::Exact || count_reports(set, known) < 2 ||
          !is_slip(lone.low, known.low)) continue;
      const std::size_t x = speaker_of(set, lone), y = speaker_of(set, known);
      if (set.claims[x].loose || set.claims[x].report == set.claims[y].report) continue;
      Found found = make_found(set, Relation::Outlier, About::Value, x, 84 + role_weight(lane.role));
      found.difference.b = claim_place(set.claims[y]);
      found.claims.push_back(y);
      const std::vector<Fill> fills = {{"a", shown_value(view, lone)},
                                       {"b", shown_value(view, known)},
                                       {"role", shown_role(view, lane.role)},
                                       {"n", view.words.number(count_reports(set, known))}};
      found.difference.title = view.words.fill("diff.slip.title", fills);
      found.difference.why = view.words.fill("diff.slip.why", fills);
      all.push_back(std::move(found));
      lone.misread = true;
      break;
    }
  }
}

}  // namespace

std::vector<Found> find_slips(const StoryView& view, LaneSet& set) {
  std::vector<Found> all;
  for (Lane& lane : set.lanes) {
    if (lane.event == "main" && !lane.mixed) find_slips(view, set, lane, all);
  }
  return all;
}

std::vector<Found> find_scope_differences(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  std::set<Role> summed, placed, other;
  for (const Lane& wide : set.lanes) {
    if (wide.event != "main" || !is_toll(wide.role) || wide.other_incident || wide.mixed) continue;
    if (summed.insert(wide.role).second) add_sum(view, set, wide.role, all);
    for (const Lane& narrow : set.lanes) {
      if (narrow.role != wide.role || narrow.family != wide.family) continue;
      if (narrow.event != "main" || !wide.place.empty() || narrow.mixed) continue;
      if (wide.role == Role::Killed && narrow.other_incident && narrow.place.empty() && other.count(wide.role) == 0 &&
          add_other_incident(view, set, wide, narrow, all)) {
        other.insert(wide.role);
      }
      if (narrow.place.empty() || narrow.place == kSeriesPlace || placed.count(wide.role) != 0) continue;
      if (compare_places(view, set, wide, narrow, all)) placed.insert(wide.role);
    }
  }
  return all;
}

std::vector<Found> find_outliers(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  const std::string own = own_country(view, set);
  for (const Lane& lane : set.lanes) {
    const bool guessed = lane.role == Role::Participants || lane.role == Role::Attackers;
    if (!counts_people(lane) || !guessed) continue;   // those held and those sent are counted by who holds or sends
    for (const Step& step : lane.steps) {
      if (step.low < kFewest || step.origins > 1 || step.vague() || !is_named(set, step)) continue;
      const Next next = next_largest(set, lane, step);
      if (next.others < kOthersNeeded || step.low < kFar * upper(*next.step)) continue;
      const std::size_t speaker = speaker_of(set, step);
      const std::string country = country_of(view, set.claims[speaker]);
      if (!country.empty() && !own.empty() && country != own) continue;
      Found found = make_found(set, Relation::Outlier, About::Value, speaker,
                               85 + role_weight(lane.role));
      const std::vector<Fill> fills = {{"a", shown_value(view, step)},
                                       {"b", shown_value(view, *next.step)},
                                       {"role", shown_role(view, lane.role)},
                                       {"holder", set.claims[speaker].holder.shown}};
      found.difference.title = view.words.fill("diff.outlier.title", fills);
      found.difference.why = view.words.fill("diff.outlier.why", fills);
      all.push_back(std::move(found));
    }
  }
  return all;
}

}  // namespace isnad
