// SPDX-License-Identifier: Apache-2.0
// Between lanes: another place, parts of a whole, numbers far from everything else.
#include <algorithm>

#include "record/differences.h"
#include "record/policy.h"

namespace isnad {
namespace {

constexpr std::int64_t kFar = 10;        // times the next largest
constexpr std::int64_t kFewest = 100;    // smaller numbers are never far
constexpr std::size_t kOthersNeeded = 2;

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

void compare_places(const StoryView& view, const LaneSet& set, const Lane& wide,
                    const Lane& narrow, std::vector<Found>& all) {
  const Step* a = last_counted(narrow);
  const Step* b = last_counted(wide);
  if (!a || !b || agree(*a, *b)) return;
  const std::size_t x = speaker_of(set, *a), y = speaker_of(set, *b);
  std::string whole = own_place(view, set);
  if (whole.empty()) whole = lane_place(view, set.claims[y]);
  // A town inside the country the story is of is a part of it; two towns are two scopes.
  const bool inside = set.focus.starts_with("c:") && a->low < b->low;
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
}

struct Counted { const Lane* lane; const Step* step; std::size_t claim; };

std::vector<Counted> counted_of_role(const LaneSet& set, Role role) {
  std::vector<Counted> all;
  for (const Lane& lane : set.lanes) {
    if (lane.role != role || lane.event != "main") continue;
    for (const Step& step : lane.steps) {
      if (step.vague() || step.misread || !step.running || step.high == kOpen) continue;
      all.push_back({&lane, &step, speaker_of(set, step)});
    }
  }
  return all;
}

// 15 = 12 of the force + 3 workers: told by different reports, of different groups.
bool is_sum(const LaneSet& set, const Counted& whole, const Counted& x, const Counted& y) {
  if (whole.step->low < 10 || x.step->low < 3 || y.step->low < 2) return false;
  if (x.step->low < y.step->low || x.lane == y.lane || y.lane == whole.lane) return false;
  if (x.step->low + y.step->low != whole.step->low) return false;
  return set.claims[whole.claim].report != set.claims[x.claim].report;
}

bool find_sum(const StoryView& view, const LaneSet& set, Role role, std::vector<Found>& all) {
  const std::vector<Counted> counted = counted_of_role(set, role);
  for (const Counted& whole : counted) {
    for (const Counted& x : counted) {
      for (const Counted& y : counted) {
        if (!is_sum(set, whole, x, y)) continue;
        Found found = make_found(set, Relation::Part, About::Value, whole.claim,
                                 45 + role_weight(role));
        found.difference.b = claim_place(set.claims[x.claim]);
        found.claims.push_back(x.claim);
        const std::vector<Fill> fills = {
            {"a", shown_value(view, *whole.step)}, {"b", shown_value(view, *x.step)},
            {"c", shown_value(view, *y.step)},     {"role", shown_role(view, role)},
            {"group_b", shown_group(view, set.claims[x.claim])},
            {"group_c", shown_group(view, set.claims[y.claim])}};
        found.difference.title = view.words.fill("diff.sum.title", fills);
        found.difference.why = view.words.fill("diff.sum.why", fills);
        all.push_back(std::move(found));
        return true;
      }
    }
  }
  return false;
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
  std::vector<Role> done, summed;
  const auto has = [](const std::vector<Role>& roles, Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  for (const Lane& wide : set.lanes) {
    if (wide.event != "main" || !is_toll(wide.role)) continue;
    if (!has(summed, wide.role)) {
      summed.push_back(wide.role);
      find_sum(view, set, wide.role, all);
    }
    for (const Lane& narrow : set.lanes) {
      if (has(done, wide.role) || !wide.place.empty() || narrow.place.empty()) continue;
      if (narrow.role != wide.role || narrow.family != wide.family) continue;
      if (narrow.event != "main") continue;
      const std::size_t before = all.size();
      compare_places(view, set, wide, narrow, all);
      if (all.size() > before) done.push_back(wide.role);
    }
  }
  return all;
}

std::vector<Found> find_outliers(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  for (const Lane& lane : set.lanes) {
    if (!counts_people(lane)) continue;
    for (const Step& step : lane.steps) {
      if (step.low < kFewest || step.origins > 1) continue;
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
