// SPDX-License-Identifier: Apache-2.0
#include "record/differences.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "record/cues.h"
#include "record/policy.h"

namespace isnad {
namespace {

constexpr std::size_t kMost = 40;

bool same_ends(const Difference& a, const Difference& b) {
  const auto same = [](const Place1& x, const Place1& y) {
    return x.report == y.report && x.span == y.span;
  };
  return (same(a.a, b.a) && same(a.b, b.b)) || (same(a.a, b.b) && same(a.b, b.a));
}

auto order_of(const Found& found) {
  const Difference& d = found.difference;
  return std::make_tuple(-found.weight, d.relation, d.a.report, d.a.span, d.b.report, d.b.span);
}

}  // namespace

Place1 claim_place(const Claim& claim) { return {claim.report, claim.said->span}; }

double role_weight(Role role) {
  switch (role) {
    case Role::Killed: return 10;
    case Role::Casualties: return 9;
    case Role::Injured: case Role::Missing: case Role::Abducted: return 8;
    case Role::Arrested: case Role::Displaced: return 7;
    case Role::Attackers: case Role::Rescued: case Role::Released: return 6;
    case Role::Deployed: case Role::Participants: case Role::Affected: return 5;
    default: return 3;
  }
}

int speaker_rank(const Claim& claim) {
  return (claim.holder.official ? 4 : 0) + (claim.holder.named ? 2 : 0) -
         (claim.holder.general ? 1 : 0) + (claim.in_title ? 0 : 1);
}

std::size_t speaker_of(const LaneSet& set, const Step& step) {
  std::size_t best = step.claims.front();
  for (std::size_t index : step.claims) {
    if (speaker_rank(set.claims[index]) > speaker_rank(set.claims[best])) best = index;
  }
  return best;
}

bool other_party(const Claim& a, const Claim& b) {
  if (a.parties.empty() || b.parties.empty()) return false;
  return std::none_of(a.parties.begin(), a.parties.end(), [&](std::int32_t party) {
    return std::find(b.parties.begin(), b.parties.end(), party) != b.parties.end();
  });
}

std::string claim_value(const StoryView& view, const Claim& claim) {
  return view.words.value(claim.said->low, claim.said->high, claim.said->bound);
}

std::string shown_value(const StoryView& view, const Step& step) {
  return view.words.value(step.low, step.high, step.bound);
}

std::string counted_group(const StoryView& view, const Claim& claim) {
  std::string group = claim.said->group.empty() ? "people" : claim.said->group;
  // "and seven others": what the others are stands elsewhere, if anywhere.
  const Span words = claim.said->span;
  if (!is_thing(group) && has_cue(view.slice(claim.report, words), "others")) {
    group = "people";
  }
  return group;
}

std::string shown_group(const StoryView& view, const Claim& claim) {
  return std::string(view.words.get("group." + counted_group(view, claim)));
}

std::string shown_role(const StoryView& view, Role role) {
  return std::string(view.words.get("role." + std::string(role_name(role))));
}

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

std::size_t count_reports(const LaneSet& set, const Step& step) {
  std::set<std::int32_t> reports;
  for (std::size_t index : step.claims) reports.insert(set.claims[index].report);
  return reports.size();
}

std::vector<Difference> rank_differences(std::vector<Found> found) {
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return order_of(a) < order_of(b);
  });
  std::vector<Difference> ranked;
  for (Found& one : found) {
    const bool said = std::any_of(ranked.begin(), ranked.end(), [&](const Difference& other) {
      return same_ends(other, one.difference);
    });
    if (said || ranked.size() >= kMost) continue;
    ranked.push_back(std::move(one.difference));
  }
  return ranked;
}

}  // namespace isnad
