// SPDX-License-Identifier: Apache-2.0
// read/roles.h -- what befell those counted: the cue that governs a count.
//
// Units      Token indices.
// Method     docs/methods/figures.md

#pragma once

#include <cstdint>
#include <vector>

#include "isnad/report.h"
#include "read/counts.h"
#include "read/figure_words.h"

namespace isnad {

// A count under a cue. One count under two cues makes two of these.
struct RoledCount {
  std::uint32_t count = 0;             // index into the counts
  Role role = Role::Other;
  std::uint32_t begin = 0, end = 0;    // tokens of count and cue
  Span cue;                            // empty where the noun itself says it
  bool negated = false;
  bool feared = false;
};

// `counts` may have groups and `others` filled in from their neighbours (ellipsis).
std::vector<RoledCount> find_roles(const FigureWords& words, std::vector<Count>& counts);

// "without any injuries": counts of nobody, with their negation.
struct NegatedCount {
  std::uint32_t begin = 0, end = 0;
  Role role = Role::Other;
  Span noun;
};
std::vector<NegatedCount> find_negated(const FigureWords& words, const std::vector<Count>& counts);

}  // namespace isnad
