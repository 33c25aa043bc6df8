// SPDX-License-Identifier: Apache-2.0
// read/claim_context.h -- who, where, when of a claim: the rules of docs/figures.md 4b.
//
// Threads    Read-only views of one report.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "isnad/report.h"
#include "match/match.h"
#include "read/claim_places.h"
#include "read/read.h"

namespace isnad {

// Looks things up around a span of one report. Keeps references; lives as long as the reading.
class ClaimContext {
 public:
  ClaimContext(const Lattice& lattice, const Report& report,
               const std::vector<Attribution>& attributions);

  // The innermost attribution that covers `span`, or nullptr.
  const Attribution* attribution(Span span) const;

  // Index into places() of the place of what `span` says: the finest one the clause locates
  // something in, else the sentence, else the finest of the country the report is about; kNone.
  // Where a claim of something that left a place or went to one happened is told by "from" or "to".
  // `Held`: of those held or freed, a place that was struck is not where.
  enum class Motion { None, Away, Toward, Held };
  // `near`: the words of the claim that the place should be close to.
  std::int32_t place_near(Span span, Span near, Motion motion = Motion::None) const;
  // A place that the next few words behind `span` locate: "... in X"; kNone.
  std::int32_t place_right_behind(Span span) const;
  const std::vector<ClaimPlace>& places() const { return places_; }
  // The finest place the report names for the event in its title and first sentences.
  std::int32_t report_place(Motion motion = Motion::None) const {
    return motion == Motion::Held ? held_place_ : report_place_;
  }

  // Index into Report::times of the day or days said for `span`: of its clause, else its sentence; kNone.
  std::int32_t time_near(Span span) const;

  // The same for what `said` covers: a time inside of what is said before one that dates the saying.
  std::int32_t time_near(Span span, const Attribution* said, Motion motion = Motion::None) const;
  // The time that stands by a word for what happened, in the title or the first sentences; kNone.
  std::int32_t main_time() const;
  // Whether Report::main_time says on which day.
  bool main_day_told() const;

  // The time in the lead at which the report's chief speaker spoke: outside of what is said; kNone.
  std::int32_t lead_speech_time() const;
  // Whether the time stands outside of what is said in its sentence: it dates the saying.
  bool dates_the_saying(std::int32_t time, const Attribution* said) const;

  // Whether a word of `cls` stands right before the time, over joined particles: "since Sunday".
  bool time_follows(std::int32_t time, ClassId cls) const;

  bool since_an_incident(std::int32_t time) const;

  // The stretch of the clause (commas, semicolons) and of the sentence around a span.
  Span clause(Span span) const;
  Span sentence(Span span) const;

 private:
  enum class Which { Located, OfCountry, LocatedInCountry, Home };   // Home: OfCountry, speakers' too
  std::int32_t finest_place(Span stretch, Span near, Which which, Motion motion) const;
  bool is_there(const ClaimPlace& place, Motion motion) const;
  bool begins_another(std::uint32_t token) const;
  bool says_countrywide(Span stretch) const;
  std::int32_t nearest_time(Span stretch, Span near, bool told = false, const Attribution* within = nullptr,
                            Motion motion = Motion::None) const;
  bool follows_saying(std::int32_t time) const;
  bool dates_an_incident(std::int32_t time) const;
  bool before_that(std::int32_t time, const Attribution& said) const;
  std::int32_t main_time(bool of_sentence) const;
  void find_country();
  void find_located();
  std::int32_t find_report_place(Motion motion) const;
  Span lead() const;

  const Lattice& lattice_;
  const Report& report_;
  const std::vector<Attribution>& attributions_;
  std::int32_t report_place_ = kNone, held_place_ = kNone;
  std::string country_;             // of most places the report names
  std::vector<ClaimPlace> places_;
};

}  // namespace isnad
