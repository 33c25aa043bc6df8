// SPDX-License-Identifier: Apache-2.0
// record/policy.h -- one value worked out of a lane's claims, under a named rule.
//
// The rules are those of the field (ACLED, UCDP, Iraq Body Count), as docs/policies.md says; they
// choose among claims and change none. The verdict is the same under every policy.
//
// Threads    Pure functions.
// Errors     None: a lane in which nothing runs falls back to what it has.
// Method     docs/policies.md

#pragma once

#include "isnad/record.h"
#include "record/lanes.h"

namespace isnad {

// Fills low, best, high, best_bound, as_of and has_best of `shown`.
void apply_policy(const StoryView& view, const LaneSet& set, const Lane& lane, Policy policy,
                  FigureLane& shown);

Verdict judge_lane(const StoryView& view, const LaneSet& set, const Lane& lane);

// The steps that values are worked out from, in the lane's order: totals that are asserted and not
// misread; without any, whatever there is.
std::vector<const Step*> running_steps(const Lane& lane);

// Of these, those that no later, larger total has replaced; a floor ("at least 90") below another
// value is none: it does not speak against it.
std::vector<const Step*> standing_steps(const std::vector<const Step*>& running);

}  // namespace isnad
