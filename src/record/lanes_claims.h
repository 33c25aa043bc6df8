// SPDX-License-Identifier: Apache-2.0
// record/lanes_claims.h -- figures of a story made comparable: families, places, days.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <string>
#include <vector>

#include "record/lanes.h"

namespace isnad {

// All figures of the story that a lane can hold, by report as in the story, then figure.
// Families and days are set; places are keys of their own still.
std::vector<Claim> make_claims(const StoryView& view);

// Fills as_of and moment from the claim's date, event and report.
void set_moment(const StoryView& view, Claim& claim);

// Several attacks told as what came before: a scope of its own where one of their days is told of by
// another report, else another event. After settle_places().
void settle_series(std::vector<Claim>& claims);

// Where one number of one holder is "armed criminals" here and "protesters" there, all go to one
// family, so that the clash of words is seen.
void join_fighters(std::vector<Claim>& claims);

// "Six people" in one report are "six policemen" in another: where all counts of the one family are
// counts of the other too, by other reports, they are one. After settle_places().
void join_families(std::vector<Claim>& claims);

// What a report tells as another event, and what others tell as the story's own, is the story's own:
// one place, one day, numbers of one size. After settle_places().
void join_events(const StoryView& view, std::vector<Claim>& claims);

// A part is a part of its own lane only: three workers of fifteen dead are all the workers dead. And
// the smaller of two totals that one report gives of one thing is no total: so are "21 others" beside
// 22. After all the others.
void settle_kinds(const StoryView& view, std::vector<Claim>& claims);

// The kind of a total by its own words and the other figures of its report: those still in hospital are
// a part; one number for dead and hurt together, and a title that adds up what its body tells apart, are
// of no known kind. In settle_kinds().
CountKind kind_said(const StoryView& view, const std::vector<Claim>& claims, const Claim& of);

// Wholes and their parts as reports tell them, by role: 15 and 3 of "15, three workers among them"; 15
// and 12, what is left; 15 and 12 of "12 of the force and three workers".
PartsTold find_parts_told(const StoryView& view, const std::vector<Claim>& claims);

// The claims would stand in one lane, their days apart.
bool one_lane(const Claim& a, const Claim& b);

// Claims at the story's own place, or at none, get the key ""; returns that place's key.
std::string settle_places(const StoryView& view, std::vector<Claim>& claims);

}  // namespace isnad
