// SPDX-License-Identifier: Apache-2.0
// isnad/record.h -- one story told once: claims of many reports laid side by side.
//
// Everything in a Record points back to a report (index into `reports` given to make_records) and
// a span of it. Values are worked out from claims under a named Policy; no claim is changed.
//
// Threads    Plain data.
// Method     docs/methods/record.md

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "isnad/report.h"

namespace isnad {

enum class Policy : std::uint8_t { LatestOfficial, Conservative, Ucdp, MinMax, IndependentMedian };
const char* policy_name(Policy policy);  // "latest-official" ...
bool parse_policy(std::string_view name, Policy& out);

// `report` is always an index into the vector of reports the record was made from.
struct Place1 { std::int32_t report = kNone; Span span; };

struct CopyOf {
  std::int32_t of = kNone;         // the report it shares text with
  double share = 0;                // of its own body, 0..1
  std::vector<Span> spans;         // the shared stretches, in this report
};

struct ReportInStory {
  std::int32_t report = kNone;
  Published published;             // as dated in this story
  std::vector<CopyOf> copies;
  std::string origin;              // "o1"; reports of one origin are one voice
};

struct Support { std::int32_t report = kNone; std::int32_t figure = kNone; };

// One value of a lane, with everyone who gives it.
struct Point {
  Days as_of;
  std::int64_t low = 0, high = 0;
  Bound bound = Bound::Exact;
  CountKind kind = CountKind::Total;
  Stance stance = Stance::Asserted;
  std::vector<std::string> holders;   // origins' names as shown, most official first; no doubles
  bool official = false;              // a ministry, president, police ... stands behind it
  std::vector<Support> support;
  std::int32_t origins = 0;           // independent origins behind it
};

enum class Verdict : std::uint8_t { Agreed, Growing, Corrected, Disputed, SingleSource };
const char* verdict_name(Verdict verdict);  // "agreed" "growing" ... "single_source"

// One lane: a role, the people counted, a place.
struct FigureLane {
  Role role = Role::Other;
  std::string group;
  std::string place;               // as written; "" where none
  std::string label;               // loaded words the lane's reports use, when they agree
  std::int64_t low = 0, best = 0, high = 0;  // under the policy; high may be kOpen
  bool has_best = false;
  Bound best_bound = Bound::Exact;
  Days as_of;
  Verdict verdict = Verdict::SingleSource;
  bool background = false;         // another event's figure
  std::vector<Point> series;       // by as_of, then low
};

enum class Relation : std::uint8_t { Update, Correction, Contradiction, Scope, Part, Denial, Outlier };
const char* relation_name(Relation relation);
enum class About : std::uint8_t { Value, Role, Group, Date, Place, Claim };
const char* about_name(About about);

struct Difference {
  Relation relation = Relation::Contradiction;
  About about = About::Value;
  Place1 a;                        // a.report is never kNone
  Place1 b;                        // b.report == kNone where there is no second end
  std::string title;               // short, in the record's language
  std::string why;                 // a sentence or two, in the record's language
};

struct TimelineEntry {
  std::int32_t day = kNoDay;
  std::string text;                // a sentence made from facts, in the record's language
  std::vector<std::int32_t> reports;
  std::vector<Place1> support;
  bool background = false;
};

struct NameForm {
  std::string text;
  std::int32_t count = 0;
  std::vector<std::int32_t> reports;   // the first source first: by date, then as given
};

// An office of somebody, with the days of the reports that give it, or as a list of the user's own has it.
struct NameOffice {
  std::string text;
  std::int32_t count = 0;              // reports that say it
  std::vector<std::int32_t> reports;   // as NameForm::reports
  Days seen;                           // days of the first and the last of them that is dated
  std::string from, to;                // of a list, "" = open or not known
  bool listed = false;
};

struct NameInRecord {
  std::string id;                  // "n1"
  EntityType type = EntityType::Person;
  std::string name, name_latin;
  bool latin_is_romanised = false; // made by us, not found in a list or report
  std::vector<NameForm> forms;     // most frequent first
  std::string gazetteer;           // id of the lists, "" where none
  std::string country, claimed;    // as in Entity
  std::uint8_t grain = 0;          // as in Entity
  std::vector<std::string> roles;  // as written, without doubles
  std::vector<NameOffice> offices; // the same with days; earliest seen first, then those of lists
  std::vector<std::string> reasons;  // why spellings were joined
  std::vector<std::pair<std::int32_t, std::int32_t>> entities;  // (report, entity)
};

struct Record {
  std::string id;
  std::string title;
  std::vector<std::string> places;
  std::string language;            // of its own words: "ar" or "en"
  Policy policy = Policy::LatestOfficial;
  Days days;                       // of the event
  std::vector<ReportInStory> reports;  // by date, then input
  std::int32_t outlets = 0, independent_origins = 0;
  std::vector<FigureLane> figures;
  std::vector<Difference> differences;
  std::vector<TimelineEntry> timeline;
  std::vector<NameInRecord> names;
};

}  // namespace isnad
