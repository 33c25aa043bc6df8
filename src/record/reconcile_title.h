// SPDX-License-Identifier: Apache-2.0
// record/reconcile_title.h -- what a record is about: its title, places and days.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <string>
#include <vector>

#include "isnad/record.h"
#include "record/lanes.h"

namespace isnad {

// The story's own place first, then those most reports tell of; at most five.
std::vector<std::string> find_story_places(const StoryView& view, const LaneSet& set);

// "Unrest in Kazakhstan"
std::string make_title(const StoryView& view, const LaneSet& set,
                       const std::vector<std::string>& places);

// From the first day of the timeline to the last day anything is said of.
Days find_story_days(const StoryView& view, const LaneSet& set,
                     const std::vector<TimelineEntry>& timeline);

}  // namespace isnad
