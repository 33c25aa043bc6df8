// SPDX-License-Identifier: Apache-2.0
// One number under two roles, one number under two names.
#include <algorithm>
#include <cstdlib>

#include "record/differences.h"

namespace isnad {
namespace {

constexpr std::int64_t kTelling = 5;   // below this, equal numbers are often chance
constexpr std::int32_t kCloseDays = 2;

struct At { std::size_t lane, step; };

bool is_fate(Role role) {
  return role == Role::Killed || role == Role::Injured || role == Role::Missing ||
         role == Role::Arrested || role == Role::Abducted || role == Role::Rescued ||
         role == Role::Released;
}

bool close_days(const Step& a, const Step& b) {
  if (a.as_of == kNoDay || b.as_of == kNoDay) return true;
  return days_from(b.last, a.as_of) <= kCloseDays && days_from(a.last, b.as_of) <= kCloseDays;
}

// Reports that give this number in this lane.
bool gives(const LaneSet& set, const Lane& lane, std::int32_t report, std::int64_t number) {
  for (const Step& step : lane.steps) {
    if (step.low != number) continue;
    for (std::size_t index : step.claims) {
      if (set.claims[index].report == report) return true;
    }
  }
  return false;
}

struct Pair { std::size_t a, b; bool found = false; };

// A claim of each step, by one holder, in reports that each know the number in one role alone.
Pair find_pair(const LaneSet& set, const Lane& lane_a, const Step& a, const Lane& lane_b,
               const Step& b) {
  for (std::size_t x : a.claims) {
    for (std::size_t y : b.claims) {
      const Claim& one = set.claims[x];
      const Claim& other = set.claims[y];
      if (one.report == other.report || !same_holder(one.holder, other.holder)) continue;
      if (gives(set, lane_b, one.report, a.low) || gives(set, lane_a, other.report, b.low)) {
        continue;
      }
      return {x, y, true};
    }
  }
  return {};
}

// The lane has another total of the same holder and time that this step does not fit.
bool misfits(const LaneSet& set, const Lane& lane, const Step& step) {
  for (const Step& other : lane.steps) {
    if (&other == &step || !other.running || agree(other, step) || !close_days(other, step)) {
      continue;
    }
    for (std::size_t x : step.claims) {
      for (std::size_t y : other.claims) {
        if (same_holder(set.claims[x].holder, set.claims[y].holder)) return true;
      }
    }
  }
  return false;
}

Found make_role_clash(const StoryView& view, const LaneSet& set, const Lane& lane_a,
                      const Step& step, const Lane& lane_b, Pair pair) {
  const Claim& a = set.claims[pair.a];
  const Claim& b = set.claims[pair.b];
  Found found;
  Difference& d = found.difference;
  d.relation = Relation::Contradiction;
  d.about = About::Role;
  d.a = claim_place(a);
  d.b = claim_place(b);
  const std::vector<Fill> fills = {{"n", shown_value(view, step)},
                                   {"group", shown_group(view, a)},
                                   {"role_a", shown_role(view, lane_a.role)},
                                   {"role_b", shown_role(view, lane_b.role)},
                                   {"holder", a.holder.shown},
                                   {"day", view.words.day(step.as_of)}};
  d.title = view.words.fill("diff.role.title", fills);
  d.why = view.words.fill("diff.role.why", fills);
  found.weight = 100 + role_weight(Role::Killed);
  found.claims = {pair.a, pair.b};
  return found;
}

std::string label_of(const StoryView& view, const Claim& claim) {
  const std::string group = shown_group(view, claim);
  if (claim.said->label.empty()) return group;
  const std::string label = view.slice(claim.report, claim.said->label);
  if (view.words.arabic()) return "\xc2\xab" + label + "\xc2\xbb";
  return group + " (\xe2\x80\x9c" + label + "\xe2\x80\x9d)";
}

// Words for people that cannot both be right.
bool clash(const std::string& a, const std::string& b) {
  const auto fighter = [](const std::string& g) { return g == "militants"; };
  const auto plain = [](const std::string& g) {
    return g == "protesters" || g == "civilians" || g == "children" || g == "women" ||
           g == "students" || g == "worshippers" || g == "workers";
  };
  return (fighter(a) && plain(b)) || (plain(a) && fighter(b));
}

// The same words in both: that one group was read here and another there is no difference of theirs.
bool same_words(const StoryView& view, const Claim& a, const Claim& b) {
  return fold_words(view.slice(a.report, a.said->span)) == fold_words(view.slice(b.report, b.said->span));
}

// Both name a place, and not the same one.
bool is_elsewhere(const StoryView& view, const Claim& a, const Claim& b) {
  const std::int32_t x = view.name_of(a.report, a.said->place_entity);
  const std::int32_t y = view.name_of(b.report, b.said->place_entity);
  return x != kNone && y != kNone && x != y;
}

}  // namespace

std::vector<Found> find_role_clashes(const StoryView& view, LaneSet& set) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < set.lanes.size(); ++i) {
    for (std::size_t j = i + 1; j < set.lanes.size(); ++j) {
      Lane& a = set.lanes[i];
      Lane& b = set.lanes[j];
      if (a.role == b.role || !is_fate(a.role) || !is_fate(b.role)) continue;
      if (a.event != b.event || a.family != b.family) continue;
      for (Step& x : a.steps) {
        for (Step& y : b.steps) {
          if (x.low != y.low || x.high != y.high || x.low < kTelling || x.vague()) continue;
          if (!close_days(x, y)) continue;
          const Pair pair = find_pair(set, a, x, b, y);
          if (!pair.found) continue;
          found.push_back(make_role_clash(view, set, a, x, b, pair));
          y.misread = y.misread || misfits(set, b, y);
          x.misread = x.misread || (!y.misread && misfits(set, a, x));
        }
      }
    }
  }
  return found;
}

std::vector<Found> find_group_clashes(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  for (const Lane& lane : set.lanes) {
    for (const Step& step : lane.steps) {
      for (std::size_t i = 0; i < step.claims.size(); ++i) {
        const Claim& a = set.claims[step.claims[i]];
        const auto other = std::find_if(
            step.claims.begin(), step.claims.end(), [&](std::size_t index) {
              const Claim& b = set.claims[index];
              return b.report != a.report && clash(a.said->group, b.said->group) &&
                     same_holder(a.holder, b.holder) && !is_elsewhere(view, a, b) &&
                     !same_words(view, a, b) && !other_party(a, b);
            });
        if (other == step.claims.end()) continue;
        const Claim& b = set.claims[*other];
        Found found;
        Difference& d = found.difference;
        d.relation = Relation::Contradiction;
        d.about = About::Group;
        d.a = claim_place(a);
        d.b = claim_place(b);
        const std::vector<Fill> fills = {{"n", shown_value(view, step)},
                                         {"role", shown_role(view, lane.role)},
                                         {"holder", a.holder.shown},
                                         {"label_a", label_of(view, a)},
                                         {"label_b", label_of(view, b)}};
        d.title = view.words.fill("diff.group.title", fills);
        d.why = view.words.fill("diff.group.why", fills);
        found.weight = 90 + role_weight(lane.role);
        all.push_back(std::move(found));
        break;
      }
    }
  }
  return all;
}

}  // namespace isnad
