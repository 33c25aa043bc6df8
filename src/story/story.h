// SPDX-License-Identifier: Apache-2.0
// story/story.h -- reports laid beside each other: who copied from whom, and which tell one event.
//
// Threads    Pure functions of the reports.
// Errors     None.
// Method     docs/methods/copies.md, docs/methods/stories.md

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

// What one report shares with another. Direction: `copy` is the later or the poorer one.
struct SharedText {
  std::int32_t copy = kNone, of = kNone;   // indices of reports
  double share = 0;                        // of the copy's body, 0..1
  std::vector<Span> spans;                 // in the copy
  std::vector<Span> source_spans;          // in the other
};

struct CopyGraph {
  std::vector<SharedText> shared;
};
CopyGraph find_copies(std::span<const Report> reports);

struct Story {
  std::vector<std::int32_t> reports;       // indices, in input order
};
// Reports of one event together: shared rare words, names, places, days, figures.
std::vector<Story> group_stories(std::span<const Report> reports, const CopyGraph& copies);

}  // namespace isnad
