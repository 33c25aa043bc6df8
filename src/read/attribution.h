// SPDX-License-Identifier: Apache-2.0
// read/attribution.h -- who is said to have said what: what else of it is open to this floor.
//
// find_attributions() is declared in read/read.h. Rules of the stratum `attribution` find the
// reporting words (cues); what they govern and whose words they are is worked out here.
//
// Units      Spans are bytes of Report::text.
// Threads    Plain functions.
// Errors     None.
// Method     docs/methods/attribution.md
// Not here   The stance of what is said (a denial inside it, a question): see figures.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/read.h"

namespace isnad {

// Whether a rule may say `make MAKER` in the stratum `attribution`.
bool is_attribution_maker(std::string_view maker);

// What a `yes` line shows of an attribution: "asserted/1": stance and length of the chain, and
// "/carried" where the holder is understood. The line's [mention] is the origin's span.
std::string attribution_example_value(const Attribution& attribution);

// The attribution that governs `span`: of those whose scope contains it, the one that begins last.
// nullptr: the outlet speaks for itself.
const Attribution* governing_attribution(const std::vector<Attribution>& attributions, Span span);

}  // namespace isnad
