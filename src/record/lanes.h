// SPDX-License-Identifier: Apache-2.0
// record/lanes.h -- the figures of one story laid side by side: what can be compared stands in one
// lane, equal values are one step of it.
//
// A lane is a role, a family of groups (police, soldiers and unsaid forces are one; those arrested
// are one whatever they are called), a place and an incident. Totals run; new ones, parts, denials
// and what is only feared are shown but do not run.
//
// Ownership  Lanes hold indices into `claims` of the same LaneSet.
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/record.md

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "record/reconcile_view.h"
#include "record/words_holders.h"

namespace isnad {

// Days from one to the other; more than there are in any calendar where one of them is kNoDay.
constexpr std::int64_t days_from(std::int32_t from, std::int32_t to) { return std::int64_t{to} - from; }

// One figure with what comparing needs.
struct Claim {
  std::int32_t report = kNone, figure = kNone;
  const Figure* said = nullptr;
  HolderId holder;
  std::string family;              // of groups: "forces", "people", "militants" ...
  std::string event;               // Figure::event; "past", "before" for what its sentence dates before;
                                   // "series" for several attacks that came before
  Days date;                       // Figure::date, unless it is too far off to be believed
  CountKind kind = CountKind::Total;  // Figure::kind, as it stands within its own lane
  std::string place;               // key: "" = the story's own place
  std::int32_t as_of = kNoDay;     // it is so by this day
  std::int64_t moment = 0;         // for order: as_of, then the hour the report bears
  bool in_title = false;
  bool series = false;             // its sentence tells several attacks as one
  bool after_series = false;       // and what the report is about came after them
  bool wide = false;               // of a whole country or of days on end
  bool earlier = false;            // its sentence says that it is an earlier count
  std::vector<std::int32_t> parties;  // groups and organisations in the figure's words, into Names::names
  bool loose = false;              // of a report of many places, and not said of the story's own
};

// One value of a lane with all who give it.
struct Step {
  std::vector<std::size_t> claims;   // by report, then figure
  std::int64_t low = 0, high = 0;
  Bound bound = Bound::Exact;
  CountKind kind = CountKind::Total;
  Stance stance = Stance::Asserted;
  std::int32_t as_of = kNoDay, last = kNoDay;   // first and last day it is given
  std::int64_t moment = 0, last_moment = 0;
  std::int32_t origins = 0;
  bool official = false;
  bool misread = false;              // its number belongs to another role (diff.role)
  bool running = true;               // a total that takes part in series and policies
  bool vague() const { return bound == Bound::Vague; }
};

// Claim::place of several attacks told as one, beside what is told of each.
inline constexpr char kSeriesPlace[] = "series";

struct Lane {
  Role role = Role::Other;
  std::string family, place, event;
  bool mixed = false;                // many of its reports give several counts: no one count runs
  bool other_incident = false;       // counts far below the running toll, given after it
  std::vector<Step> steps;           // by moment, then low
};

// Role, whole, part.
using PartsTold = std::set<std::tuple<Role, std::int64_t, std::int64_t>>;

struct LaneSet {
  std::vector<Claim> claims;
  std::vector<Lane> lanes;
  PartsTold parts;                   // numbers that some report tells as whole and part
  std::string focus;                 // key of the story's own place, "" when it is a country
};

LaneSet make_lanes(const StoryView& view);

// A lane of some of the claims of another: one incident of many.
Lane make_part_lane(const StoryView& view, const LaneSet& set, const Lane& of,
                    const std::vector<std::size_t>& claims);

// The family a group is counted in for that role.
std::string group_family(Role role, std::string_view group);
bool is_toll(Role role);             // adds up over an event: killed, injured, arrested ...
bool is_thing(std::string_view group);

// The numbers do not exclude each other: equal, about equal, or one vague and meeting the other.
bool agree(const Step& a, const Step& b);

// Some report tells the smaller number as a part of the larger one.
bool is_part_told(const LaneSet& set, Role role, std::int64_t a, std::int64_t b);

// One report gives both: it knows how they stand to each other.
bool both_known(const LaneSet& set, const Step& a, const Step& b);

// "At least", "more than": how little it is, not how much.
bool is_floor(const Step& step);

// Independent origins behind claims: reports of one origin or of one holder are one; a report that
// names nobody adds none to those that name somebody; "the authorities" add none to an official.
std::int32_t count_origins(const StoryView& view, const LaneSet& set,
                           const std::vector<std::size_t>& claims);

// The words for the story's own place; "" where no figure names it.
std::string own_place(const StoryView& view, const LaneSet& set);

// The lane as the record shows it, without values under a policy.
FigureLane show_lane(const StoryView& view, const LaneSet& set, const Lane& lane);

}  // namespace isnad
