// SPDX-License-Identifier: Apache-2.0
// Between lanes: another place, parts of a whole, numbers far from everything else.
#include <algorithm>
#include <set>

#include "record/differences.h"
#include "record/policy.h"

namespace isnad {
namespace {

constexpr std::int64_t kFar = 10;        // times the next largest
constexpr std::int64_t kFewest = 100;    // smaller numbers are never far
constexpr std::size_t kOthersNeeded = 2;
constexpr std::int64_t kFewestPlaced = 5;   // smaller numbers of two places are not worth a row

const Step* last_counted(const Lane& lane) {
  const Step* last = nullptr;
  for (const Step* step : running_steps(lane)) {
    if (step->running && !step->vague() && !step->misread) last = step;
  }
  return last;
}

std::string lane_place(const StoryView& view, const Claim& claim) {
  if (claim.said->place_entity != kNone) {
    return view.shown_name(claim.report, claim.said->place_entity);
  }
  if (!claim.said->place.empty()) return view.slice(claim.report, claim.said->place);
  return std::string(view.words.get("diff.unknown_place"));
}

Found make_found(const LaneSet& set, Relation relation, About about, std::size_t a,
                 double weight) {
  Found found;
  found.difference.relation = relation;
  found.difference.about = about;
  found.difference.a = claim_place(set.claims[a]);
  found.weight = weight;
  found.claims = {a};
  return found;
}

// A report says of a number of the one lane that it is a part of one of the other's.
bool is_told_part(const LaneSet& set, const Step& narrow, const Lane& wide) {
  for (std::size_t index : narrow.claims) {
    const Claim& part = set.claims[index];
    if (part.said->part_of == kNone) continue;
    for (const Step& step : wide.steps) {
      for (std::size_t other : step.claims) {
        const Claim& whole = set.claims[other];
        if (whole.report == part.report && whole.figure == part.said->part_of) return true;
      }
    }
  }
  return false;
}

bool compare_places(const StoryView& view, const LaneSet& set, const Lane& wide,
                    const Lane& narrow, std::vector<Found>& all) {
  const Step* a = last_counted(narrow);
  const Step* b = last_counted(wide);
  if (!a || !b || agree(*a, *b) || std::min(a->low, b->low) < kFewestPlaced) return false;
  const std::size_t x = speaker_of(set, *a), y = speaker_of(set, *b);
  std::string whole = own_place(view, set);
  if (whole.empty()) whole = lane_place(view, set.claims[y]);
  // A town inside the country the story is of is a part of it; two towns are two scopes.
  const bool inside = (set.focus.starts_with("c:") || is_told_part(set, *a, wide)) && a->low < b->low;
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

// "Fifteen, three workers among them" here, "twelve of the force" there: 15 = 12 + 3.
bool is_sum(const Claim& whole, const Claim& part, const Claim& rest) {
  if (part.report != whole.report || part.said->kind != CountKind::Part) return false;
  if (part.said->part_of != kNone && part.said->part_of != whole.figure) return false;
  if (rest.report == whole.report || rest.said->kind == CountKind::Part) return false;
  if (whole.said->low < 5 || rest.said->bound == Bound::Vague || part.said->low < 2) return false;
  return part.said->low + rest.said->low == whole.said->low;
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
        if (is_sum(set.claims[whole], set.claims[part], set.claims[rest])) {
          return {whole, part, rest, true};
        }
      }
    }
  }
  return {};
}

std::string claim_value(const StoryView& view, const Claim& claim) {
  return view.words.value(claim.said->low, claim.said->high, claim.said->bound);
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
  if (!a || !b) return false;
  const std::size_t x = speaker_of(set, *a), y = speaker_of(set, *b);
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

bool is_crowd(Role role) {
  return role == Role::Participants || role == Role::Attackers || role == Role::Arrested ||
         role == Role::Deployed;
}

bool comparable(Role a, Role b) { return a == b || (is_crowd(a) && is_crowd(b)); }

std::int64_t upper(const Step& step) { return step.high == kOpen ? step.low : step.high; }

bool counts_people(const Lane& lane) { return lane.event == "main" && !is_thing(lane.family); }

struct Next { const Step* step = nullptr; std::size_t others = 0; };

// The largest comparable count besides `own`.
Next next_largest(const LaneSet& set, const Lane& of, const Step& own) {
  Next next;
  for (const Lane& lane : set.lanes) {
    if (!counts_people(lane) || !comparable(lane.role, of.role)) continue;
    for (const Step& step : lane.steps) {
      if (&step == &own) continue;
      ++next.others;
      if (!next.step || upper(step) > upper(*next.step)) next.step = &step;
    }
  }
  return next;
}

}  // namespace

std::vector<Found> find_scope_differences(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  std::set<Role> summed, placed, other;
  for (const Lane& wide : set.lanes) {
    if (wide.event != "main" || !is_toll(wide.role) || wide.other_incident) continue;
    if (summed.insert(wide.role).second) add_sum(view, set, wide.role, all);
    for (const Lane& narrow : set.lanes) {
      if (narrow.role != wide.role || narrow.family != wide.family) continue;
      if (narrow.event != "main" || !wide.place.empty()) continue;
      if (narrow.other_incident && narrow.place.empty() && other.count(wide.role) == 0 &&
          add_other_incident(view, set, wide, narrow, all)) {
        other.insert(wide.role);
      }
      if (narrow.place.empty() || placed.count(wide.role) != 0) continue;
      if (compare_places(view, set, wide, narrow, all)) placed.insert(wide.role);
    }
  }
  return all;
}

std::vector<Found> find_outliers(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  for (const Lane& lane : set.lanes) {
    if (!counts_people(lane)) continue;
    for (const Step& step : lane.steps) {
      if (step.low < kFewest || step.origins > 1 || step.vague()) continue;
      const Next next = next_largest(set, lane, step);
      if (next.others < kOthersNeeded || step.low < kFar * upper(*next.step)) continue;
      const std::size_t speaker = speaker_of(set, step);
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
