// SPDX-License-Identifier: Apache-2.0
// read/quotations.h -- which quotation marks belong together.
//
// Units      Token indices.
// Errors     None: a mark without its fellow is closed at the end of its paragraph.
// Method     docs/methods/attribution.md

#pragma once

#include <cstdint>
#include <vector>

#include "isnad/report.h"

namespace isnad {

struct QuotePair {
  std::uint32_t open = 0;    // token of the opening mark
  std::uint32_t close = 0;   // token of the closing mark, or one past the last word where it lacks
  bool closed = true;
  Span inside;               // between the marks, without blanks
};

// All pairs of one text by opening mark. Marks may be set the wrong way round, as pages often have
// them; inner pairs of another kind are found too.
std::vector<QuotePair> find_quote_pairs(const Text& text);

}  // namespace isnad
