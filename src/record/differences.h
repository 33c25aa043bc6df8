// SPDX-License-Identifier: Apache-2.0
// record/differences.h -- where the accounts differ, with the reason, what an editor would want
// first at the top, and nothing said twice.
//
// Vague words that meet a count are no difference ("dozens" and 26). Two numbers are a true
// contradiction only when nothing else explains them: a later count, a narrower group or place, a
// part of a whole, a number read into the wrong role.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/record.md

#pragma once

#include <cstdint>
#include <vector>

#include "isnad/record.h"
#include "record/lanes.h"

namespace isnad {

// A difference with its weight and the claims it speaks of, before ranking.
struct Found {
  Difference difference;
  double weight = 0;                  // higher first
  std::vector<std::size_t> claims;    // of LaneSet; what was said is not said again
};

// One number of one holder in two roles ("18 injured", "18 killed"). Marks as misread the step
// that does not fit its own lane.
std::vector<Found> find_role_clashes(const StoryView& view, LaneSet& set);

// One number of one holder under two names ("armed criminals", "protesters").
std::vector<Found> find_group_clashes(const StoryView& view, const LaneSet& set);

// One report's number a slip of the pen away from that of others (150 for 15). Marks it as misread.
std::vector<Found> find_slips(const StoryView& view, LaneSet& set);

// Within lanes: growth, falling tolls, rival values.
std::vector<Found> find_value_differences(const StoryView& view, const LaneSet& set);

// Within one report: two who are named give two numbers, the second introduced as another account.
std::vector<Found> find_told_rivals(const StoryView& view, const LaneSet& set);

// Within one report: an earlier toll, and the one that it gives now.
std::vector<Found> find_told_growth(const StoryView& view, const LaneSet& set);

// Between lanes: another place, parts of a whole, numbers far from everything.
std::vector<Found> find_scope_differences(const StoryView& view, const LaneSet& set);
std::vector<Found> find_outliers(const StoryView& view, const LaneSet& set);

// Between incidents: a series of attacks and each of them, two days of one place.
std::vector<Found> find_incidents(const StoryView& view, const LaneSet& set);

// All of them and the statements' (statements.h), ranked.
std::vector<Difference> rank_differences(std::vector<Found> found);

// ---- shared by the finders ---------------------------------------------------------------------

Place1 claim_place(const Claim& claim);
// How much a role matters to an editor.
double role_weight(Role role);
// How well a claim speaks for its value: higher first.
int speaker_rank(const Claim& claim);
// The claim that speaks for a step: official first, then one that names its holder, body first.
std::size_t speaker_of(const LaneSet& set, const Step& step);
// The figures' own words name different parties: Houthis here, the resistance there.
bool other_party(const Claim& a, const Claim& b);
std::string shown_value(const StoryView& view, const Step& step);
std::string claim_value(const StoryView& view, const Claim& claim);
// What the claim's words let be said of those counted: a key of group.*, and how it is shown.
std::string counted_group(const StoryView& view, const Claim& claim);
std::string shown_group(const StoryView& view, const Claim& claim);
std::string shown_role(const StoryView& view, Role role);

// The last value of a lane that runs and is counted; nullptr where there is none.
const Step* last_counted(const Lane& lane);
std::size_t count_reports(const LaneSet& set, const Step& step);
// The claim's place as the record names it, or the words for the whole.
std::string lane_place(const StoryView& view, const Claim& claim);
// A difference with its first end alone.
Found make_found(const LaneSet& set, Relation relation, About about, std::size_t a, double weight);

inline constexpr std::int64_t kFewestPlaced = 5;   // smaller numbers of two places or days are not worth a row

}  // namespace isnad
