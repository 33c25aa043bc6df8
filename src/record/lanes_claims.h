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

// Where one number of one holder is "armed criminals" here and "protesters" there, all go to one
// family, so that the clash of words is seen.
void join_fighters(std::vector<Claim>& claims);

// "Six people" in one report are "six policemen" in another: where all counts of the one family are
// counts of the other too, by other reports, they are one. After settle_places().
void join_families(std::vector<Claim>& claims);

// Claims at the story's own place, or at none, get the key ""; returns that place's key.
std::string settle_places(const StoryView& view, std::vector<Claim>& claims);

}  // namespace isnad
