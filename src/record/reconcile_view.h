// SPDX-License-Identifier: Apache-2.0
// record/reconcile_view.h -- what every step of reconciling looks at, and small questions to it.
//
// Ownership  Refers to what reconcile() was given; lives no longer than the call.
// Threads    Read-only.
// Errors     None.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "isnad/record.h"
#include "isnad/report.h"
#include "record/record_steps.h"
#include "record/words.h"

namespace isnad {

struct StoryView {
  std::span<const Report> reports;
  const Story& story;
  const CopyGraph& copies;
  const Names& names;
  std::vector<std::string> origins;   // one a report of the story, in story order
  RecordWords words;

  const Report& report(std::int32_t index) const {
    return reports[static_cast<std::size_t>(index)];
  }
  // Where `report` stands in the story; kNone when it is not in it.
  std::int32_t position(std::int32_t report) const;
  const std::string& origin(std::int32_t report) const;
  // Index into names.names of an entity of `report`, kNone where none.
  std::int32_t name_of(std::int32_t report, std::int32_t entity) const;
  // A name as the record's language shows it: Latin in English where known, else as written.
  std::string shown_name(std::int32_t report, std::int32_t entity) const;
  // The words of a span, white space made single.
  std::string slice(std::int32_t report, Span span) const;
};

// Days of a report's own date; kNoDay where open.
std::int32_t published_first(const Report& report);
std::int32_t published_last(const Report& report);

// reconcile() with the origins already found.
Record make_record(const StoryView& view, Policy policy);

}  // namespace isnad
