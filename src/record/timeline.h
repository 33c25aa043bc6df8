// SPDX-License-Identifier: Apache-2.0
// record/timeline.h -- what happened on each day: sentences made from facts, not cut from reports.
//
// From events and figures whose day is known. Several reports of one thing on one day are one
// entry with all their words as support. What lies before the story, or is told as history, is
// background; what was only announced for a day says so.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/record.md

#pragma once

#include <vector>

#include "isnad/record.h"
#include "record/lanes.h"

namespace isnad {

// By day; within a day what most reports tell comes first.
std::vector<TimelineEntry> make_timeline(const StoryView& view, const LaneSet& set);

// The days the reports of the story were written; open where none is dated.
Days written_days(const StoryView& view);

}  // namespace isnad
