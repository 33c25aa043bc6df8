// SPDX-License-Identifier: Apache-2.0
// read/anchor_quotes.h -- which stretches of a report are quoted speech, for counting times.
//
// Threads    Belongs to one thread.
// Errors     None.

#pragma once

#include <vector>

#include "isnad/report.h"

namespace isnad {

class QuoteSpans {
 public:
  // From report.quotations (direct ones), and from paired quotation marks within a paragraph.
  explicit QuoteSpans(const Report& report);

  // The quotation `span` lies in, or nullptr.
  const Span* around(Span span) const;
  // How many line breaks lie between two bytes.
  std::uint32_t paragraphs_between(std::uint32_t begin, std::uint32_t end) const;

 private:
  const Report& report_;
  std::vector<Span> spans_;   // by begin
};

}  // namespace isnad
