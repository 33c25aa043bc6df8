// SPDX-License-Identifier: Apache-2.0
// record/check_claims.h -- the claims of one sentence held against those of records.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/check.md

#pragma once

#include <span>
#include <string>
#include <vector>

#include "isnad/check.h"
#include "record/words.h"

namespace isnad {

struct CheckView {
  const Report& sentence;
  std::span<const Report> reports;
  std::span<const Record> records;
  RecordWords words;

  const Report& report(std::int32_t index) const {
    return reports[static_cast<std::size_t>(index)];
  }
};

// All figures and events of the sentence, in its order.
std::vector<CheckedClaim> check_claims(const CheckView& view);

// ---- shared by the parts ------------------------------------------------------------------------

CheckedClaim check_figure(const CheckView& view, const Figure& figure);
CheckedClaim check_event(const CheckView& view, const Event& event);

enum class PlaceFit { Same, Wider, Narrower, Other };
// How the place of something in `report` stands to one of the sentence; Same where the sentence names
// none, or where nothing is named and the report tells of the sentence's place at all.
PlaceFit fit_place(const Report& sentence, std::int32_t wanted, const Report& report,
                   std::int32_t place);
// The two entities are of one name: id, written form or Latin form.
bool one_name(const Entity& a, const Entity& b);
std::string shown_entity(const CheckView& view, const Report& report, std::int32_t entity);

// Adds a saying unless its report already says so in that way.
void add_saying(const CheckView& view, CheckedClaim& claim, Saying saying);
// Stand and tallies from the sayings, which are put in order.
void finish_claim(const CheckView& view, CheckedClaim& claim);
// The report's origin in the record.
std::string origin_of(const Record& record, std::int32_t report);

}  // namespace isnad
