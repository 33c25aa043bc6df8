// SPDX-License-Identifier: Apache-2.0
// Within one lane: what grew, what fell, what cannot both be right.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

#include "record/anchors.h"
#include "record/cues.h"
#include "record/differences.h"

namespace isnad {
namespace {

constexpr std::size_t kMostOfLane = 2;
constexpr std::int64_t kFewest = 3;      // smaller numbers are of many a small incident
constexpr std::int64_t kFar = 3;         // times; an old count is nearer than that
constexpr std::int32_t kCloseDays = 2;
constexpr std::int64_t kFarGrown = 4;    // times; one count grows no further at once

struct Ends { std::size_t a, b; bool found = false; };

// Who gives which number in which role.
using StatedBefore = std::set<std::tuple<Role, std::int32_t, std::int64_t>>;

StatedBefore find_given(const LaneSet& set) {
  StatedBefore given;
  for (const Claim& claim : set.claims) {
    given.emplace(claim.said->role, claim.report, claim.said->low);
  }
  return given;
}

// Towns, provinces and sites that each report names, by their joined names.
using Locals = std::map<std::int32_t, std::set<std::int32_t>>;

Locals find_locals(const StoryView& view) {
  Locals locals;
  for (std::int32_t index : view.story.reports) {
    std::set<std::int32_t>& of = locals[index];
    for (const NameMention& name : view.report(index).names) {
      if (name.type != EntityType::Place || name.grain == 4 || name.entity == kNone) continue;
      const std::int32_t joined = view.name_of(index, name.entity);
      if (joined != kNone && !name.adjective) of.insert(joined);
    }
  }
  return locals;
}

// The reports name a place in common, or one of them names none.
bool share_place(const Locals& locals, std::int32_t a, std::int32_t b) {
  const std::set<std::int32_t>& x = locals.at(a);
  const std::set<std::int32_t>& y = locals.at(b);
  if (x.empty() || y.empty()) return true;
  return std::any_of(x.begin(), x.end(), [&](std::int32_t name) { return y.count(name) != 0; });
}

struct Compare {
  const StoryView& view;
  const LaneSet& set;
  const StatedBefore& given;
  const Locals& locals;
  Anchors& anchors;
  const Lane& lane;
  std::set<std::tuple<Role, std::int64_t, std::int64_t>>& told;   // nothing is said twice

  // The report knows how the numbers stand to each other.
  bool knows(const Claim& claim, std::int64_t number) const {
    return given.count({claim.said->role, claim.report, number}) != 0;
  }

  // Two that may speak against each other: not one voice, neither knows the other's number, and in
  // the order of the steps where one is later.
  bool may_speak(const Claim& x, const Claim& y, bool later) const {
    if (x.loose || y.loose || other_party(x, y)) return false;
    if (x.report == y.report) return false;
    if (!share_place(locals, x.report, y.report) || !anchors.is_one_incident(x, y)) return false;
    // Growth may be known, and told by the same voice.
    if (x.said->low < y.said->low && later) return y.moment > x.moment;
    if (view.origin(x.report) == view.origin(y.report)) return false;
    if (knows(y, x.said->low) || (!later && knows(x, y.said->low))) return false;
    return later ? y.moment > x.moment : x.as_of == y.as_of;
  }

  // The pair that speaks best for two steps: a report does not argue with itself.
  Ends find_ends(const Step& a, const Step& b, bool later) const {
    Ends best{0, 0};
    int most = -1;
    for (std::size_t x : a.claims) {
      for (std::size_t y : b.claims) {
        const int rank = speaker_rank(set.claims[x]) + speaker_rank(set.claims[y]);
        if (rank <= most || !may_speak(set.claims[x], set.claims[y], later)) continue;
        most = rank;
        best = {x, y, true};
      }
    }
    return best;
  }
};

// Numbers far from each other are of other people or another incident. One voice may correct itself by
// more than two voices differ; two that are named may differ by more than two that are not.
bool may_rival(const LaneSet& set, const Step& a, const Step& b, Ends ends) {
  const std::int64_t low = std::min(a.low, b.low), high = std::max(a.low, b.low);
  if (low < kFewest) return false;
  // A floor far below another value says nothing against it.
  if (is_floor(a.low < b.low ? a : b)) return low * 4 > high * 3 && low * 10 < high * 9;
  const HolderId& x = set.claims[ends.a].holder;
  const HolderId& y = set.claims[ends.b].holder;
  if (same_holder(x, y)) {
    const bool next = high == low + 1 && (is_floor(a) || is_floor(b));   // "more than 30", 30
    return !next && low * 5 > high * 2;
  }
  return x.named && y.named ? low * 3 >= high : low * 2 > high;
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
  const std::string& kind = later.group;
  const bool of_force = kind == "police" || kind == "soldiers";
  if (earlier.group == "security_forces") return of_force;
  return earlier.group == "people" &&
         (of_force || kind == "security_forces" || kind == "children" || kind == "women" ||
          kind == "workers" || kind == "journalists" || kind == "medics" || kind == "officials");
}

// Only those of one family are counted.
bool is_of_kin(const StoryView& view, const Claim& claim) {
  const Report& report = view.report(claim.report);
  return has_cue(report.text.slice(clause_at(report, claim.said->span)), "kin");
}

// The later report says itself that the number is corrected.
bool says_so(const StoryView& view, const Claim& claim) {
  const Report& report = view.report(claim.report);
  return has_cue(report.text.slice(sentence_at(report, claim.said->span)), "correction");
}

// A later number that is smaller: the same holder corrects itself, or fewer kinds of people are
// counted, or neither is known.
Found make_fall(const StoryView& view, const LaneSet& set, const Lane& lane, const Step& a,
                const Step& b, Ends ends) {
  const Claim& x = set.claims[ends.a];
  const Claim& y = set.claims[ends.b];
  Relation relation = Relation::Contradiction;
  const char* why = "diff.falls.why";
  if (is_narrower(*y.said, *x.said) || (is_of_kin(view, y) && !is_of_kin(view, x))) {
    relation = Relation::Scope;
    why = "diff.falls_scope.why";
  } else if (same_holder(x.holder, y.holder) || says_so(view, y)) {
    relation = Relation::Correction;
    why = says_so(view, y) ? "diff.falls_said.why" : "diff.falls_same.why";
  }
  Found found = make_found(set, relation, ends, 80 + role_weight(lane.role));
  const auto fills = pair_fills(view, set, lane, a, b, ends);
  found.difference.title = view.words.fill("diff.falls.title", fills);
  found.difference.why = view.words.fill(why, fills);
  return found;
}

// One holder's two numbers as of one day, or one of no known day: the one may have followed the other.
bool may_be_update(const LaneSet& set, const Step& a, const Step& b, Ends ends) {
  if (set.claims[a.low < b.low ? ends.a : ends.b].earlier) return true;   // the smaller came first
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
void find_stale(const Compare& compare, const Step& top, std::vector<Found>& found) {
  const auto& [view, set, given, locals, anchors, lane, told] = compare;
  for (const Step& step : lane.steps) {
    if (!step.running || step.misread || step.vague() || agree(step, top)) continue;
    if (step.low >= top.low || step.low * kFar < top.low || step.low < kFewest) continue;
    if (is_part_told(set, lane.role, top.low, step.low)) continue;
    if (is_floor(top) && top.low == step.low + 1) continue;   // "more than 100", then 100
    for (std::size_t index : step.claims) {
      const Claim& claim = set.claims[index];
      const Claim& speaker = set.claims[speaker_of(set, top)];
      if (claim.moment <= top.moment || claim.as_of < top.as_of || step.moment > top.moment) {
        continue;
      }
      if (claim.moment <= speaker.moment || !compare.may_speak(speaker, claim, true)) continue;
      const Ends ends{speaker_of(set, top), index, true};
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

// One count does not grow that far at once: another incident, or other people.
bool may_grow(const Step& a, const Step& b) {
  return a.low >= kFewest && b.low <= a.low * kFarGrown;
}

// All who give the one number mean another party than all who give the other.
bool other_parties(const LaneSet& set, const Step& a, const Step& b) {
  return std::all_of(a.claims.begin(), a.claims.end(), [&](std::size_t x) {
    return std::all_of(b.claims.begin(), b.claims.end(), [&](std::size_t y) {
      return other_party(set.claims[x], set.claims[y]);
    });
  });
}

// One report gives both as of one day, not both from one holder, and says of neither that it grew: two
// accounts, not a count that grew.
bool told_as_rivals(const StoryView& view, const LaneSet& set, const Step& a, const Step& b) {
  const auto grew = [&](const Claim& claim) {
    const Report& report = view.report(claim.report);
    return has_cue(report.text.slice(sentence_at(report, claim.said->span)), "grew");
  };
  return std::any_of(a.claims.begin(), a.claims.end(), [&](std::size_t x) {
    return std::any_of(b.claims.begin(), b.claims.end(), [&](std::size_t y) {
      const Claim& one = set.claims[x];
      const Claim& other = set.claims[y];
      return one.report == other.report && one.as_of == other.as_of && !one.in_title &&
             !other.in_title && (one.holder.named || other.holder.named) &&
             !same_holder(one.holder, other.holder) && !grew(one) && !grew(other);
    });
  });
}

// 112,686, then "more than 112,686". Of a round number it says that there are more.
bool is_reworded(const Step& before, const Step& after) {
  constexpr std::int64_t kRound = 10;
  return after.bound == Bound::MoreThan && after.low == before.low + 1 && before.low % kRound != 0;
}

// What another report had given by that moment: a lower number that nobody gave before is no old one.
bool was_given_by(const LaneSet& set, const Claim& number, std::int64_t moment) {
  return std::any_of(set.claims.begin(), set.claims.end(), [&](const Claim& other) {
    return other.report != number.report && other.said->role == number.said->role &&
           other.said->low == number.said->low && other.moment <= moment;
  });
}

// The later report gives less than the earlier one of something else: it carries an older account.
bool is_older_report(const LaneSet& set, Role role, const Claim& earlier, const Claim& later) {
  const auto is_count = [](const Claim& claim) {
    return claim.kind == CountKind::Total && claim.said->bound == Bound::Exact && is_toll(claim.said->role) &&
           !claim.in_title;
  };
  return std::any_of(set.claims.begin(), set.claims.end(), [&](const Claim& c) {
    if (c.report != earlier.report || c.said->role == role || !is_count(c) || c.event != "main") return false;
    bool less = false, known = false;
    for (const Claim& d : set.claims) {
      if (d.report != later.report || !is_count(d) || d.said->role != c.said->role) continue;
      if (d.event != c.event || d.family != c.family || d.place != c.place) continue;
      known = known || d.said->low >= c.said->low || is_part_told(set, c.said->role, c.said->low, d.said->low);
      less = less || (d.said->low < c.said->low && was_given_by(set, d, c.moment));
    }
    return less && !known;
  });
}

void compare_steps(const Compare& compare, std::vector<Found>& found) {
  const auto& [view, set, given, locals, anchors, lane, told] = compare;
  std::vector<const Step*> chain;
  std::size_t falls = 0, rivals = 0;
  for (const Step& step : lane.steps) {
    if (!step.running || step.misread || step.vague()) continue;
    if (chain.empty()) { chain.push_back(&step); continue; }
    const Step& top = *chain.back();
    if (agree(top, step) || other_parties(set, top, step)) continue;
    if (!anchors.may_be_one(top, step)) continue;
    if (told_as_rivals(view, set, top, step)) continue;
    if (is_part_told(set, lane.role, top.low, step.low)) {
      if (step.low > top.low) chain.back() = &step;   // more are counted, not more have fallen
      continue;
    }
    const bool later = is_later(view, set, top, step);
    if (later && step.low > top.low) {
      if (!may_grow(top, step)) chain.clear();
      chain.push_back(&step);
      continue;
    }
    const Ends ends = compare.find_ends(top, step, later);
    if (!ends.found || !may_rival(set, top, step, ends)) continue;
    if (!anchors.has_likeness(set.claims[ends.a], set.claims[ends.b])) continue;
    const auto [low, high] = std::minmax(top.low, step.low);
    // As of one time "more than 20" says nothing against 27, nor 27 against "more than 27".
    if (!later && is_floor(top.low < step.low ? top : step)) continue;
    if (!later && high == low + 1 && (is_floor(top) || is_floor(step))) continue;
    if (!told.emplace(lane.role, low, high).second) continue;
    if (later && falls++ < kMostOfLane) {
      found.push_back(make_fall(view, set, lane, top, step, ends));
    } else if (!later && !may_be_update(set, top, step, ends) && !both_known(set, top, step) &&
               rivals++ < kMostOfLane) {
      found.push_back(make_rival(view, set, lane, top, step, ends));
    }
  }
  if (chain.size() < 2 || role_weight(lane.role) < 5) return;
  find_stale(compare, *chain.back(), found);
  const Ends ends = compare.find_ends(*chain.front(), *chain.back(), true);
  if (!ends.found || is_reworded(*chain.front(), *chain.back())) return;
  if (is_older_report(set, lane.role, set.claims[ends.a], set.claims[ends.b])) return;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    for (std::size_t j = i + 1; j < chain.size(); ++j) told.emplace(lane.role, chain[i]->low, chain[j]->low);
  }
  found.push_back(make_update(view, set, lane, chain, ends));
}

// Rows that tell of one growth under two names of the counted are one row: that of more reports.
void drop_repeats(const LaneSet& set, std::vector<Found>& found) {
  const auto last = [&](const Found& one) { return set.claims[one.claims.back()].said; };
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].difference.relation != Relation::Update) continue;
    std::erase_if(found, [&](const Found& other) {
      if (&other <= &found[i] || other.difference.relation != Relation::Update) return false;
      return last(other)->role == last(found[i])->role && last(other)->low == last(found[i])->low;
    });
  }
}

bool counts_alike(const Claim& a, const Claim& b) {
  const std::int64_t low = std::min(a.said->low, b.said->low), high = std::max(a.said->low, b.said->low);
  const bool plain = a.said->bound != Bound::Vague && b.said->bound != Bound::Vague;
  return plain && a.kind == CountKind::Total && b.kind == CountKind::Total && low != high &&
         low >= kFewest && low * 2 > high && a.said->high != kOpen && b.said->high != kOpen;
}

// One text in two prints, with two numbers.
void find_reprints(const StoryView& view, const LaneSet& set, Anchors& anchors,
                   std::set<std::tuple<Role, std::int64_t, std::int64_t>>& told,
                   std::vector<Found>& found) {
  for (std::size_t x = 0; x < set.claims.size(); ++x) {
    const Claim& a = set.claims[x];
    if (a.event != "main" || a.in_title || !is_toll(a.said->role)) continue;
    for (std::size_t y = 0; y < set.claims.size(); ++y) {
      const Claim& b = set.claims[y];
      const bool later = b.moment > a.moment || (b.moment == a.moment && y > x);
      if (!later || a.report == b.report || b.in_title || b.event != "main") continue;
      if (b.said->role != a.said->role || b.family != a.family || !counts_alike(a, b)) continue;
      const bool days = a.date.one_day() && b.date.one_day() && a.date.first != b.date.first;
      const bool apart = a.as_of != kNoDay && days_from(a.as_of, b.as_of) > kCloseDays;
      if (days || apart || !anchors.is_one_text(a, b)) continue;
      const auto [low, high] = std::minmax(a.said->low, b.said->low);
      if (is_part_told(set, a.said->role, low, high)) continue;
      if (!told.emplace(a.said->role, low, high).second) continue;
      Found one = make_found(set, Relation::Contradiction, Ends{x, y, true}, 60 + role_weight(a.said->role));
      const std::vector<Fill> fills = {{"a", claim_value(view, a)},
                                       {"b", claim_value(view, b)},
                                       {"role", shown_role(view, a.said->role)},
                                       {"holder", b.holder.shown}};
      one.difference.title = view.words.fill("diff.reprint.title", fills);
      one.difference.why = view.words.fill("diff.reprint.why", fills);
      found.push_back(std::move(one));
    }
  }
}

// The incidents of a lane that holds many: claims that are surely of one, by two reports or more.
std::vector<Lane> split_incidents(const StoryView& view, const LaneSet& set, const Lane& lane,
                                  Anchors& anchors) {
  std::vector<std::size_t> claims;
  for (const Step& step : lane.steps) {
    if (step.running && !step.vague() && !step.misread) {
      claims.insert(claims.end(), step.claims.begin(), step.claims.end());
    }
  }
  std::sort(claims.begin(), claims.end());
  std::vector<std::size_t> root(claims.size());
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = i;
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i];
    return i;
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Claim& a = set.claims[claims[i]];
      const Claim& b = set.claims[claims[j]];
      const bool one = a.report == b.report ? a.said->low == b.said->low
                                            : !other_party(a, b) && anchors.is_one_incident(a, b) &&
                                                  anchors.is_surely_one(a, b);
      if (one) root[find(i)] = find(j);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> parts;
  for (std::size_t i = 0; i < claims.size(); ++i) parts[find(i)].push_back(claims[i]);
  std::vector<Lane> lanes;
  for (const auto& [first, of] : parts) {
    const std::int32_t report = set.claims[of.front()].report;
    const bool several = std::any_of(of.begin(), of.end(), [&](std::size_t index) {
      return set.claims[index].report != report;
    });
    if (several) lanes.push_back(make_part_lane(view, set, lane, of));
  }
  return lanes;
}

}  // namespace

std::vector<Found> find_value_differences(const StoryView& view, const LaneSet& set) {
  const StatedBefore given = find_given(set);
  const Locals locals = find_locals(view);
  Anchors anchors(view, set);
  std::vector<Found> found;
  std::set<std::tuple<Role, std::int64_t, std::int64_t>> told;
  for (const Lane& lane : set.lanes) {
    if (lane.event != "main") continue;
    if (!lane.mixed) {
      compare_steps({view, set, given, locals, anchors, lane, told}, found);
      continue;
    }
    if (!is_toll(lane.role)) continue;
    for (const Lane& part : split_incidents(view, set, lane, anchors)) {
      compare_steps({view, set, given, locals, anchors, part, told}, found);
    }
  }
  drop_repeats(set, found);
  find_reprints(view, set, anchors, told, found);
  return found;
}

}  // namespace isnad
