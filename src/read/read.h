// SPDX-License-Identifier: Apache-2.0
// read/read.h -- the reading of one report, stage by stage. Each stage looks only at what stands
// above it here. Each fills its part of the Report and puts what it found into the lattice, so that
// rules of later strata can stand on it.
//
// Threads    A report and its lattice belong to one thread.
// Errors     None.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/packs.h"
#include "isnad/report.h"
#include "match/match.h"

namespace isnad {

// Numbers: Report::numbers; edges NUM ORDINAL PERCENTAGE MONEY MEASURE FRACTION (value = low).
void find_numbers(Lattice& lattice, Report& report);

// Times: Report::times in symbolic form, anchored by nothing yet; edges DATE TIME DURATION SETTIME.
void find_times(Lattice& lattice, Report& report);

// Puts a calendar to every time of the report: from report.published where known, from earlier
// times of the report, from speech days inside quotations. May be called again after the report was dated;
// what cannot be fixed stays open.
void anchor_times(Report& report);

// The report's own date from its datelines and parts; called after find_times.
void find_published(Report& report, const Lattice& lattice);

// Names: Report::names and Report::entities; edges PERSON ORG PLACE GROUPNAME (mention = index into
// Report::names).
void find_names(Lattice& lattice, Report& report);

// "The organisation", a definite head alone behind the one organisation of that head: one more
// mention of its entity. After all claims, whose holders are led back in their own way.
void find_short_names(const Lattice& lattice, Report& report);

// A stretch of the report that somebody is said to have said.
struct Attribution {
  std::vector<Holder> chain;   // outermost first, origin last
  Span scope;                  // what is said, as far as the cue governs it
  Span cue;                    // the reporting words
  Stance stance = Stance::Asserted;   // what the cue itself makes of it (claim, deny, fear, estimate)
  bool carried = false;        // subject understood from before
  std::uint32_t rule = kNoRule;
};

// Who says what: by scope begin, wider scopes first. Needs names.
std::vector<Attribution> find_attributions(Lattice& lattice, Report& report);

// Quotations: Report::quotations, with speakers. Needs attributions.
void find_quotations(Lattice& lattice, Report& report,
                     const std::vector<Attribution>& attributions);

// Figures: Report::figures. Needs all of the above.
void find_figures(Lattice& lattice, Report& report, const std::vector<Attribution>& attributions);

// Events: Report::events.
void find_events(Lattice& lattice, Report& report, const std::vector<Attribution>& attributions);

// The dates of figures and events from report.times; called after anchor_times (again after dating).
void date_claims(Report& report);

// ---- examples of rules ------------------------------------------------------------------------

// What one rule's mention looks like to the pack compiler.
struct ExampleMention {
  std::uint32_t rule = kNoRule;
  Span span;
  std::string value;    // as printed in a `yes` line
};

// Reads `text` as a one-paragraph body up to and including `stratum`, with `reference_day` as the
// day of publication (kNoDay: none), and returns what that stratum's rules made.
std::vector<ExampleMention> example_mentions(std::string_view text, const Packs& packs,
                                             std::string_view stratum, std::int32_t reference_day);

// Whether C++ knows such a maker in such a stratum.
bool is_maker(std::string_view stratum, std::string_view maker);

}  // namespace isnad
