// SPDX-License-Identifier: Apache-2.0
// base/figure_name.h -- the name of the construction a figure was read by (docs/methods/figures.md).
//
// Figures are made by C++ over mentions, not by one rule of a pack; this is what stands for the rule.
// Threads    Pure function.   Errors  None.

#pragma once

#include <string>

#include "isnad/report.h"

namespace isnad {

// "figure.killed_cue_before" (cue, then number), "figure.killed_cue_behind", "figure.killed_noun"
// (the noun says the fate), "figure.killed_part" (role taken from its whole), "figure.killed_nobody".
std::string figure_rule_name(const Figure& figure);

}  // namespace isnad
