// SPDX-License-Identifier: Apache-2.0
// Within one lane: what grew, what fell, what cannot both be right.
#include <algorithm>
#include <cctype>

#include "record/differences.h"

namespace isnad {
namespace {

constexpr std::size_t kMostOfLane = 2;
constexpr std::int64_t kFar = 3;         // times; rivals are nearer than that
constexpr std::int64_t kFewestFar = 10;   // a voice that falls further than that means another thing
constexpr std::int64_t kFarNamed = 10;   // where both name who says so

struct Ends { std::size_t a, b; bool found = false; };

// Speakers of two steps in reports that are not one voice: a report does not argue with itself.
Ends find_ends(const StoryView& view, const LaneSet& set, const Step& a, const Step& b) {
  const auto apart = [&](std::size_t x, std::size_t y) {
    return view.origin(set.claims[x].report) != view.origin(set.claims[y].report) &&
           set.claims[x].report != set.claims[y].report;
  };
  const std::size_t x = speaker_of(set, a), y = speaker_of(set, b);
  if (apart(x, y)) return {x, y, true};
  for (std::size_t i : a.claims) {
    for (std::size_t j : b.claims) {
      if (apart(i, j)) return {i, j, true};
    }
  }
  return {};
}

// A lone one beside a count, or a count far below, is another person or another incident, unless
// one voice corrects itself or two that are named stand against each other.
bool may_rival(const LaneSet& set, const Step& a, const Step& b, Ends ends) {
  const std::int64_t low = std::min(a.low, b.low), high = std::max(a.low, b.low);
  if (low <= 1 && high >= 3) return false;
  const HolderId& x = set.claims[ends.a].holder;
  const HolderId& y = set.claims[ends.b].holder;
  if (same_holder(x, y) && low >= kFewestFar) return true;
  return low * (x.named && y.named ? kFarNamed : kFar) >= high;
}

bool has_hour(const StoryView& view, const Claim& claim) {
  const Report& report = view.report(claim.report);
  return report.published.value.find('T') != std::string::npos &&
         claim.as_of == published_last(report);
}

// `b` is given later than `a`, by the day or by the hours the reports bear.
bool is_later(const StoryView& view, const LaneSet& set, const Step& a, const Step& b) {
  if (a.as_of == kNoDay || b.as_of == kNoDay) return false;
  if (a.as_of != b.as_of) return b.as_of > a.as_of;
  return b.moment > a.moment && has_hour(view, set.claims[a.claims.front()]) &&
         has_hour(view, set.claims[b.claims.front()]);
}

std::vector<Fill> pair_fills(const StoryView& view, const LaneSet& set, const Lane& lane,
                             const Step& a, const Step& b, Ends ends) {
  const Claim& x = set.claims[ends.a];
  const Claim& y = set.claims[ends.b];
  return {{"a", shown_value(view, a)},
          {"b", shown_value(view, b)},
          {"role", shown_role(view, lane.role)},
          {"group_a", shown_group(view, x)},
          {"group_b", shown_group(view, y)},
          {"holder_a", x.holder.shown},
          {"holder_b", y.holder.shown},
          {"day_a", view.words.day(x.as_of)},
          {"day_b", view.words.day(y.as_of)}};
}

Found make_found(const LaneSet& set, Relation relation, Ends ends, double weight) {
  Found found;
  found.difference.relation = relation;
  found.difference.about = About::Value;
  found.difference.a = claim_place(set.claims[ends.a]);
  found.difference.b = claim_place(set.claims[ends.b]);
  found.weight = weight;
  found.claims = {ends.a, ends.b};
  return found;
}

// The later number is of one kind of those that the earlier one counts together.
bool is_narrower(const Figure& later, const Figure& earlier) {
  const bool mixed = earlier.group == "people" || earlier.group == "security_forces";
  return mixed && !later.group.empty() && later.group != "people" &&
         later.group != "other_people" && later.group != earlier.group;
}

// A later number that is smaller: the same holder corrects itself, or fewer kinds of people are
// counted, or neither is known.
Found make_fall(const StoryView& view, const LaneSet& set, const Lane& lane, const Step& a,
                const Step& b, Ends ends) {
  const Claim& x = set.claims[ends.a];
  const Claim& y = set.claims[ends.b];
  Relation relation = Relation::Contradiction;
  const char* why = "diff.falls.why";
  if (is_narrower(*y.said, *x.said)) {
    relation = Relation::Scope;
    why = "diff.falls_scope.why";
  } else if (same_holder(x.holder, y.holder)) {
    relation = Relation::Correction;
    why = "diff.falls_same.why";
  }
  Found found = make_found(set, relation, ends, 80 + role_weight(lane.role));
  const auto fills = pair_fills(view, set, lane, a, b, ends);
  found.difference.title = view.words.fill("diff.falls.title", fills);
  found.difference.why = view.words.fill(why, fills);
  return found;
}

// One holder's two numbers, one of no known day: the one may have followed the other.
bool may_be_update(const LaneSet& set, const Step& a, const Step& b, Ends ends) {
  if (a.as_of != kNoDay && b.as_of != kNoDay) return false;
  return same_holder(set.claims[ends.a].holder, set.claims[ends.b].holder);
}

Found make_rival(const StoryView& view, const LaneSet& set, const Lane& lane, const Step& a,
                 const Step& b, Ends ends) {
  const bool one_day = set.claims[ends.a].as_of == set.claims[ends.b].as_of;
  Found found = make_found(set, Relation::Contradiction, ends, 70 + role_weight(lane.role));
  const auto fills = pair_fills(view, set, lane, a, b, ends);
  found.difference.title = view.words.fill("diff.value.title", fills);
  found.difference.why =
      view.words.fill(one_day ? "diff.value.why" : "diff.value_far.why", fills);
  return found;
}

// An old count that is given again after a larger one came.
void find_stale(const StoryView& view, const LaneSet& set, const Lane& lane, const Step& top,
                std::vector<Found>& found) {
  for (const Step& step : lane.steps) {
    if (!step.running || step.misread || step.vague() || agree(step, top)) continue;
    if (step.low >= top.low || step.low * kFar < top.low) continue;
    for (std::size_t index : step.claims) {
      const Claim& claim = set.claims[index];
      const std::size_t speaker = speaker_of(set, top);
      if (claim.moment <= top.moment || claim.as_of < top.as_of || step.moment > top.moment) {
        continue;
      }
      if (view.origin(claim.report) == view.origin(set.claims[speaker].report)) continue;
      const Ends ends{speaker, index, true};
      Found one = make_found(set, Relation::Contradiction, ends, 40 + role_weight(lane.role));
      const auto fills = pair_fills(view, set, lane, top, step, ends);
      one.difference.title = view.words.fill("diff.stale.title", fills);
      one.difference.why = view.words.fill("diff.stale.why", fills);
      found.push_back(std::move(one));
      return;
    }
  }
}

Found make_update(const StoryView& view, const LaneSet& set, const Lane& lane,
                  const std::vector<const Step*>& chain, Ends ends) {
  Found found = make_found(set, Relation::Update, ends, 30 + role_weight(lane.role));
  std::vector<std::string> path;
  for (const Step* step : chain) {
    const std::string day = view.words.day(step->as_of);
    path.push_back(day.empty() ? shown_value(view, *step)
                               : view.words.fill("diff.step", {{"n", shown_value(view, *step)},
                                                               {"day", day}}));
  }
  std::string joined;
  for (const std::string& one : path) {
    if (!joined.empty()) joined += view.words.get("list.then");
    joined += one;
  }
  std::string count(view.words.get("count." + std::string(role_name(lane.role))));
  if (!view.words.arabic() && !count.empty()) count[0] = static_cast<char>(std::toupper(count[0]));
  const std::vector<Fill> fills = {{"count", count},
                                   {"role", shown_role(view, lane.role)},
                                   {"group", shown_group(view, set.claims[ends.b])},
                                   {"a", shown_value(view, *chain.front())},
                                   {"b", shown_value(view, *chain.back())},
                                   {"path", joined}};
  found.difference.title = view.words.fill("diff.update.title", fills);
  found.difference.why = view.words.fill("diff.update.why", fills);
  return found;
}

void compare_steps(const StoryView& view, const LaneSet& set, const Lane& lane,
                   std::vector<Found>& found) {
  std::vector<const Step*> chain;
  std::size_t falls = 0, rivals = 0;
  for (const Step& step : lane.steps) {
    if (!step.running || step.misread || step.vague()) continue;
    if (chain.empty()) { chain.push_back(&step); continue; }
    const Step& top = *chain.back();
    if (agree(top, step)) continue;
    const bool later = is_later(view, set, top, step);
    if (later && step.low > top.low) { chain.push_back(&step); continue; }
    const Ends ends = find_ends(view, set, top, step);
    if (!ends.found || !may_rival(set, top, step, ends)) continue;
    if (later && falls++ < kMostOfLane) {
      found.push_back(make_fall(view, set, lane, top, step, ends));
    } else if (!later && !may_be_update(set, top, step, ends) && !both_known(set, top, step) &&
               rivals++ < kMostOfLane) {
      found.push_back(make_rival(view, set, lane, top, step, ends));
    }
  }
  if (chain.size() < 2 || role_weight(lane.role) < 5) return;
  find_stale(view, set, lane, *chain.back(), found);
  const Ends ends = find_ends(view, set, *chain.front(), *chain.back());
  if (ends.found) found.push_back(make_update(view, set, lane, chain, ends));
}

}  // namespace

std::vector<Found> find_value_differences(const StoryView& view, const LaneSet& set) {
  std::vector<Found> found;
  for (const Lane& lane : set.lanes) {
    if (lane.event == "main") compare_steps(view, set, lane, found);
  }
  return found;
}

}  // namespace isnad
