// SPDX-License-Identifier: Apache-2.0
// record/record_steps.h -- one story reconciled, step by step.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/dating.md, names.md, record.md

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "isnad/record.h"
#include "isnad/report.h"
#include "story/story.h"

namespace isnad {

// Dates the undated reports of a story from what all of them say (weekdays, yesterday, day and
// month, "until 19 January", a page's printed year as floor and ceiling). Never guesses: where more than one day fits, the
// stretch is given. Sets reports[i].published of undated reports, basis Inferred, with reasons in words in `language`.
void date_reports(std::span<Report> reports, const Story& story, std::string_view language);

// One person, organisation or place of the story under all its spellings.
struct Names {
  std::vector<NameInRecord> names;
  // (report, entity) -> index into names; by report index in the story's order
  std::vector<std::vector<std::int32_t>> of_entity;
  std::int32_t find(std::int32_t position_in_story, std::int32_t entity) const;
};
Names unify_names(std::span<const Report> reports, const Story& story);

// Reports that are one voice: copies, and reports that carry the same agency's text. One id a
// report of the story ("o1" ...), in story order.
std::vector<std::string> find_origins(std::span<const Report> reports, const Story& story,
                                      const CopyGraph& copies);

// Claims laid side by side: lanes, series, verdicts, differences, timeline.
Record reconcile(std::span<const Report> reports, const Story& story, const CopyGraph& copies,
                 const Names& names, Policy policy, std::string_view language);

}  // namespace isnad
