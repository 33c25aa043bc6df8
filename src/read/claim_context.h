// SPDX-License-Identifier: Apache-2.0
// read/claim_context.h -- who, where, when of a claim: the rules of docs/figures.md 4b.
//
// Threads    Read-only views of one report.

#pragma once

#include <cstdint>
#include <vector>

#include "isnad/report.h"
#include "read/read.h"

namespace isnad {

// Looks things up around a span of one report. Keeps references; lives as long as the reading.
class ClaimContext {
 public:
  ClaimContext(const Report& report, const std::vector<Attribution>& attributions);

  // The innermost attribution that covers `span`, or nullptr.
  const Attribution* attribution(Span span) const;

  // Index into Report::names of the finest place of the clause, else of the sentence; kNone.
  std::int32_t place_near(Span span) const;
  // The finest place the report names for the event: of its dateline, title and first sentences.
  std::int32_t report_place() const { return report_place_; }

  // Index into Report::times of the day or days said for `span`: of its clause, else its sentence; kNone.
  std::int32_t time_near(Span span) const;

  // The stretch of the clause (commas, semicolons) and of the sentence around a span.
  Span clause(Span span) const;
  Span sentence(Span span) const;

 private:
  std::int32_t finest_place(Span stretch, Span near) const;
  std::int32_t nearest_time(Span stretch, Span near) const;

  const Report& report_;
  const std::vector<Attribution>& attributions_;
  std::int32_t report_place_ = kNone;
};

}  // namespace isnad
