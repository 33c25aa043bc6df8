// SPDX-License-Identifier: Apache-2.0
// record/statements.h -- what was said against what was said: denials, and opposite claims about
// one event. Which topics oppose each other is data (opposed.tsv).
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/record.md

#pragma once

#include <vector>

#include "record/differences.h"

namespace isnad {

// One for each pair of topics that the story holds: the clearest two statements.
std::vector<Found> find_opposed_statements(const StoryView& view);

}  // namespace isnad
