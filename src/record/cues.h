// SPDX-License-Identifier: Apache-2.0
// record/cues.h -- words around a figure that say how it is to be taken: corrected, still in
// hospital, but another says, a series of attacks.
//
// Units      Bytes of the report's text.
// Ownership  Views of the report's text.
// Threads    Pure functions; the table (cues.tsv) is read once.
// Errors     None: a cue that the table does not have is never found.
// Does not   read for meaning: a cue counts wherever it stands in the stretch that is looked at.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/report.h"

namespace isnad {

// One of the cue's words is among `words` (folded), several side by side.
bool has_cue(const std::vector<std::string>& words, std::string_view cue);
bool has_cue(std::string_view text, std::string_view cue);

// The sentence of the report that the span stands in, and its stretch from comma to comma.
Span sentence_at(const Report& report, Span span);
Span clause_at(const Report& report, Span span);

}  // namespace isnad
