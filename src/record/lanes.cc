// SPDX-License-Identifier: Apache-2.0
#include "record/lanes.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "record/lanes_claims.h"

namespace isnad {
namespace {

constexpr std::int32_t kCloseDays = 3;
constexpr std::int64_t kFarBelow = 3;    // times smaller
constexpr std::size_t kFewReports = 4;   // so few may each have a number of their own

struct Range { std::int64_t low, high; };
Range range_of(const Step& step) { return {step.low, step.high}; }
bool meet(Range a, Range b) { return a.low <= b.high && b.low <= a.high; }

bool runs(const Claim& claim) {
  if (claim.kind != CountKind::Total) return false;
  return claim.said->stance == Stance::Asserted || claim.said->stance == Stance::Claimed;
}

// "At least 30", "about 30" and 30 are one value.
bool is_plain(Bound bound) {
  return bound == Bound::Exact || bound == Bound::AtLeast || bound == Bound::About;
}

// The body of the same report gives this number too, more exactly.
bool repeats_body(const LaneSet& set, const std::vector<std::size_t>& claims, const Claim& title) {
  return std::any_of(claims.begin(), claims.end(), [&](std::size_t index) {
    const Claim& body = set.claims[index];
    if (body.in_title || body.report != title.report) return false;
    if (body.said->low == title.said->low) return true;
    return title.said->bound == Bound::Vague &&
           meet({body.said->low, body.said->high}, {title.said->low, title.said->high});
  });
}

bool fits(const Step& step, const Claim& claim) {
  const Figure& figure = *claim.said;
  const bool one_value = step.high == figure.high || (is_plain(step.bound) && is_plain(figure.bound));
  if (step.low != figure.low || !one_value) return false;
  if (step.running != runs(claim)) return false;
  if (!step.running && (step.kind != claim.kind || step.stance != figure.stance)) return false;
  if (step.last == kNoDay || claim.as_of == kNoDay) return true;
  return std::abs(days_from(step.last, claim.as_of)) <= kCloseDays;
}

Step start_step(const Claim& claim) {
  Step step;
  step.low = claim.said->low;
  step.high = claim.said->high;
  step.bound = claim.said->bound;
  step.kind = claim.kind;
  step.stance = claim.said->stance;
  step.running = runs(claim);
  step.as_of = step.last = claim.as_of;
  step.moment = step.last_moment = claim.moment;
  return step;
}

void add_claim(Step& step, const Claim& claim, std::size_t index) {
  step.claims.push_back(index);
  step.official = step.official || claim.holder.official;
  const Bound bound = claim.said->bound;
  if (bound == Bound::Exact || (bound == Bound::About && step.bound == Bound::AtLeast)) {
    step.bound = bound;
    step.high = claim.said->high;
  }
  if (claim.as_of != kNoDay) {
    if (step.as_of == kNoDay || claim.as_of < step.as_of) step.as_of = claim.as_of;
    step.last = std::max(step.last, claim.as_of);
    step.last_moment = std::max(step.last_moment, claim.moment);
  }
}

// A title that says its body's number less exactly stands with it.
void add_repeat(const LaneSet& set, std::size_t index, Lane& lane) {
  const Claim& title = set.claims[index];
  for (Step& step : lane.steps) {
    for (std::size_t other : step.claims) {
      const Claim& body = set.claims[other];
      if (body.report != title.report || body.in_title || !repeats_body(set, {other}, title)) {
        continue;
      }
      step.claims.push_back(index);
      return;
    }
  }
}

void make_steps(const StoryView& view, const LaneSet& set, std::vector<std::size_t> claims,
                Lane& lane) {
  std::stable_sort(claims.begin(), claims.end(), [&](std::size_t a, std::size_t b) {
    return set.claims[a].moment < set.claims[b].moment;
  });
  std::vector<std::size_t> repeats;
  for (std::size_t index : claims) {
    const Claim& claim = set.claims[index];
    const bool repeated = claim.in_title && repeats_body(set, claims, claim);
    auto at = std::find_if(lane.steps.begin(), lane.steps.end(),
                           [&](const Step& step) { return fits(step, claim); });
    if (at == lane.steps.end() && repeated) {
      repeats.push_back(index);
      continue;
    }
    if (at == lane.steps.end()) at = lane.steps.insert(lane.steps.end(), start_step(claim));
    add_claim(*at, claim, index);
  }
  for (std::size_t index : repeats) add_repeat(set, index, lane);
  for (Step& step : lane.steps) {
    std::sort(step.claims.begin(), step.claims.end());
    step.origins = count_origins(view, set, step.claims);
  }
  std::stable_sort(lane.steps.begin(), lane.steps.end(), [](const Step& a, const Step& b) {
    return std::tie(a.moment, a.low) < std::tie(b.moment, b.low);
  });
}

// Of no fixed day.
bool is_open(const Claim& claim) { return !claim.date.one_day() || claim.said->by_day; }

// All counts of both days are one number, and the days are near.
bool one_number(const LaneSet& set, const std::vector<std::size_t>& some,
                const std::vector<std::size_t>& others) {
  const Claim& first = set.claims[some.front()];
  const auto same = [&](std::size_t index) {
    const Claim& claim = set.claims[index];
    return claim.said->low == first.said->low && claim.said->low > 1 &&
           claim.said->bound != Bound::Vague &&
           std::abs(days_from(first.date.first, claim.date.first)) <= kCloseDays;
  };
  const auto dated = [&](std::size_t index) { return !same(index) && !is_open(set.claims[index]); };
  return std::none_of(some.begin(), some.end(), dated) &&
         std::none_of(others.begin(), others.end(), dated);
}

// Reports that give one number for two days differ about the day, not about the incident.
bool shares_number(const LaneSet& set, const std::vector<std::size_t>& some,
                   const std::vector<std::size_t>& others) {
  for (std::size_t a : some) {
    for (std::size_t b : others) {
      const Figure& x = *set.claims[a].said;
      const Figure& y = *set.claims[b].said;
      if (set.claims[a].report != set.claims[b].report && x.low == y.low && x.low >= 3 &&
          x.bound != Bound::Vague && y.bound != Bound::Vague) {
        return true;
      }
    }
  }
  return false;
}

// Reports that may tell of `day`: those that say so, those whose number is said of a stretch up to it,
// and those of no fixed day whose number is of the size of the day's.
std::size_t count_votes(const LaneSet& set, const std::vector<std::size_t>& open, std::int32_t day,
                        const std::vector<std::size_t>& of_day) {
  const auto one_size = [](const Figure& a, const Figure& b) {
    return a.low < kFarBelow * b.low && b.low < kFarBelow * a.low;
  };
  std::set<std::int32_t> voices;
  for (std::size_t index : of_day) voices.insert(set.claims[index].report);
  for (std::size_t index : open) {
    const Claim& claim = set.claims[index];
    const bool fits = std::any_of(of_day.begin(), of_day.end(), [&](std::size_t other) {
      return one_size(*claim.said, *set.claims[other].said);
    });
    if (fits || claim.date.last == day) voices.insert(claim.report);
  }
  return voices.size();
}

// Figures of one day each, of several days: other incidents. Those of no fixed day go with the
// day most figures are of.
std::vector<std::vector<std::size_t>> split_by_day(const LaneSet& set,
                                                   const std::vector<std::size_t>& claims) {
  std::map<std::int32_t, std::vector<std::size_t>> days;
  std::vector<std::size_t> open;
  for (std::size_t index : claims) {
    const Claim& claim = set.claims[index];
    if (is_open(claim)) open.push_back(index);
    else days[claim.date.first].push_back(index);
  }
  // Where most are no figures of one day, one that is so read is still part of the running count.
  if (days.size() < 2 || open.size() * 2 >= claims.size()) return {claims};
  auto main = days.begin();
  std::size_t most = 0;
  for (auto at = days.begin(); at != days.end(); ++at) {
    const std::size_t votes = count_votes(set, open, at->first, at->second);
    if (votes > most) { most = votes; main = at; }
  }
  main->second.insert(main->second.end(), open.begin(), open.end());
  for (auto at = days.begin(); at != days.end();) {
    const bool joined = at != main && (shares_number(set, at->second, main->second) ||
                                       one_number(set, at->second, main->second));
    if (!joined) { ++at; continue; }
    main->second.insert(main->second.end(), at->second.begin(), at->second.end());
    at = days.erase(at);
  }
  std::vector<std::vector<std::size_t>> parts;
  for (auto& [day, indices] : days) {
    std::sort(indices.begin(), indices.end());
    parts.push_back(indices);
  }
  return parts;
}

// Takes out of `claims` the counts that are far below the running toll and given on a later day by
// somebody else: most likely another incident.
std::vector<std::size_t> take_other_incident(const LaneSet& set,
                                             std::vector<std::size_t>& claims) {
  std::vector<std::size_t> order = claims, other;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return set.claims[a].moment < set.claims[b].moment;
  });
  const Claim* top = nullptr;
  for (std::size_t index : order) {
    const Claim& claim = set.claims[index];
    if (!is_toll(claim.said->role) || !runs(claim)) continue;
    if (claim.said->bound == Bound::Vague || claim.as_of == kNoDay) continue;
    if (!top || claim.said->low >= top->said->low) { top = &claim; continue; }
    const bool far = claim.said->low * kFarBelow < top->said->low;
    if (far && claim.as_of > top->as_of && !same_holder(claim.holder, top->holder)) {
      other.push_back(index);
    }
  }
  std::sort(other.begin(), other.end());
  std::erase_if(claims, [&](std::size_t index) {
    return std::binary_search(other.begin(), other.end(), index);
  });
  return other;
}

// How many reports speak in a lane, how many numbers they give, how many give several, and whether two
// reports have one number.
struct Voices { std::size_t reports = 0, numbers = 0, several = 0; bool shared = false; };

Voices count_voices(const LaneSet& set, const Lane& lane) {
  std::map<std::int32_t, std::map<std::int64_t, Days>> values;
  std::set<std::int64_t> all;
  std::size_t given = 0;
  for (const Step& step : lane.steps) {
    if (!step.running || step.vague()) continue;
    for (std::size_t index : step.claims) {
      if (set.claims[index].in_title) continue;
      values[set.claims[index].report].emplace(step.low, set.claims[index].date);
      all.insert(step.low);
    }
  }
  const auto several = std::count_if(values.begin(), values.end(), [](const auto& of) {
    std::set<std::int32_t> days;   // a number of yesterday and one of today are one count
    for (const auto& [low, date] : of.second) days.insert(date.one_day() ? date.first : kNoDay);
    return of.second.size() > days.size();
  });
  for (const auto& [report, of] : values) given += of.size();
  return {values.size(), all.size(), static_cast<std::size_t>(several), given > all.size()};
}

// No one count runs through the lane: one report in three gives several totals of what should be one
// thing, or nearly every report has a number of its own.
bool is_mixed(const Voices& voices) {
  if (voices.reports > kFewReports && voices.numbers * 3 >= voices.reports * 2) return true;
  return voices.several > 1 && voices.several * 3 >= voices.reports;
}

// In a story of many incidents, lanes where no two reports have one number are mixed too.
void find_mixed(LaneSet& set) {
  bool many = false;
  for (Lane& lane : set.lanes) {
    lane.mixed = is_mixed(count_voices(set, lane));
    many = many || (lane.mixed && is_toll(lane.role) && lane.event == "main");
  }
  for (Lane& lane : set.lanes) {
    lane.mixed = lane.mixed || (many && !count_voices(set, lane).shared);
  }
}

bool lane_before(const Lane& a, const Lane& b) {
  const bool a_back = a.event != "main", b_back = b.event != "main";
  if (a_back != b_back) return b_back;
  if (a.role != b.role) return a.role < b.role;
  const auto count = [](const Lane& lane) {
    std::size_t n = 0;
    for (const Step& step : lane.steps) n += step.claims.size();
    return n;
  };
  if (a.place.empty() != b.place.empty()) return a.place.empty();
  return count(a) > count(b);
}

}  // namespace

bool agree(const Step& a, const Step& b) {
  if (a.low == b.low || (a.vague() && b.vague())) return true;
  const auto open_range = [](const Step& step) {
    return step.vague() || step.bound == Bound::Range || step.bound == Bound::AtMost ||
           step.bound == Bound::LessThan;
  };
  if (open_range(a) || open_range(b)) return meet(range_of(a), range_of(b));
  if (a.bound == Bound::About || b.bound == Bound::About) {
    return std::llabs(a.low - b.low) * 10 <= std::max(a.low, b.low);
  }
  return false;
}

bool is_part_told(const LaneSet& set, Role role, std::int64_t a, std::int64_t b) {
  return set.parts.count({role, std::max(a, b), std::min(a, b)}) != 0;
}

bool both_known(const LaneSet& set, const Step& a, const Step& b) {
  return std::any_of(a.claims.begin(), a.claims.end(), [&](std::size_t x) {
    return std::any_of(b.claims.begin(), b.claims.end(), [&](std::size_t y) {
      return set.claims[x].report == set.claims[y].report;
    });
  });
}

bool is_floor(const Step& step) {
  return step.bound == Bound::AtLeast || step.bound == Bound::MoreThan;
}

std::int32_t count_origins(const StoryView& view, const LaneSet& set,
                           const std::vector<std::size_t>& claims) {
  std::vector<std::size_t> voices;
  for (std::size_t index : claims) {
    if (set.claims[index].holder.named) voices.push_back(index);
  }
  if (voices.empty()) voices = claims;
  std::vector<std::size_t> root(voices.size());
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = i;
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i];
    return i;
  };
  for (std::size_t i = 0; i < voices.size(); ++i) {
    const Claim& a = set.claims[voices[i]];
    for (std::size_t j = 0; j < i; ++j) {
      const Claim& b = set.claims[voices[j]];
      const bool one = view.origin(a.report) == view.origin(b.report) ||
                       same_holder(a.holder, b.holder) ||
                       (a.holder.general && b.holder.official) ||
                       (b.holder.general && a.holder.official);
      if (one) root[find(i)] = find(j);
    }
  }
  std::int32_t count = 0;
  for (std::size_t i = 0; i < root.size(); ++i) count += root[i] == i ? 1 : 0;
  return count;
}

Lane make_part_lane(const StoryView& view, const LaneSet& set, const Lane& of,
                    const std::vector<std::size_t>& claims) {
  Lane lane;
  lane.role = of.role;
  lane.family = of.family;
  lane.place = of.place;
  lane.event = of.event;
  make_steps(view, set, claims, lane);
  return lane;
}

LaneSet make_lanes(const StoryView& view) {
  LaneSet set;
  set.claims = make_claims(view);
  join_fighters(set.claims);
  set.focus = settle_places(view, set.claims);
  settle_series(set.claims);
  join_families(set.claims);
  join_events(view, set.claims);
  settle_kinds(view, set.claims);
  set.parts = find_parts_told(view, set.claims);
  std::map<std::tuple<Role, std::string, std::string, std::string>, std::vector<std::size_t>> keyed;
  for (std::size_t i = 0; i < set.claims.size(); ++i) {
    const Claim& claim = set.claims[i];
    keyed[{claim.said->role, claim.event, claim.family, claim.place}]
        .push_back(i);
  }
  for (const auto& [key, claims] : keyed) {
    for (auto& part : split_by_day(set, claims)) {
      const std::vector<std::size_t> other = take_other_incident(set, part);
      for (const bool is_other : {false, true}) {
        Lane lane;
        std::tie(lane.role, lane.event, lane.family, lane.place) = key;
        lane.other_incident = is_other;
        make_steps(view, set, is_other ? other : part, lane);
        if (!lane.steps.empty()) set.lanes.push_back(std::move(lane));
      }
    }
  }
  find_mixed(set);
  std::stable_sort(set.lanes.begin(), set.lanes.end(), lane_before);
  return set;
}

}  // namespace isnad
