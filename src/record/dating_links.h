// SPDX-License-Identifier: Apache-2.0
// record/dating_links.h -- one day told in two reports: the same event, or the same words.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/dating.md

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "isnad/report.h"
#include "record/dating_clues.h"
#include "record/record_steps.h"

namespace isnad {

// Two day words that name one day.
struct DayLink {
  std::int32_t a = kNone, b = kNone;   // indices into the row of day words
  Span a_words, b_words;               // what is told of that day, in each report
  std::int32_t weight = 0;             // words or stems shared
  bool recurring = false;              // of what happens again and again: it may be of two days
};

// At most one link for each pair of reports and day words, heaviest first, recurring ones last.
std::vector<DayLink> find_day_links(std::span<const Report> reports, const Story& story,
                                    const std::vector<DayWord>& words);

}  // namespace isnad
