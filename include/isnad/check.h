// SPDX-License-Identifier: Apache-2.0
// isnad/check.h -- one sentence held against what many reports say.
//
// The sentence is read as a report is. Each figure and event in it is laid beside those of the
// records: who says the same, who says what cannot stand beside it, and who says it differently, with
// the reason. Nothing is judged true or false: a sentence is only as good as those who say it.
//
// Units      Spans are bytes of Check::sentence.text or of the report named.
// Ownership  A Check owns all it holds; `report` and `record` are indices into what was given.
// Threads    Pure function of its arguments.
// Errors     None: a sentence in which nothing was read has no claims.
// Method     docs/methods/check.md
// Not here   Sentences without a count or an event ("the economy is weak").

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/packs.h"
#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

enum class Stand : std::uint8_t { Supported, Contradicted, Disputed, Differently, Nothing };
const char* stand_name(Stand stand);  // "supported" ... "said_differently" "nothing_said"

// How what a report says stands to the sentence.
enum class Way : std::uint8_t {
  Same,                             // supported
  Rival, Denied, Opposed,           // contradicted
  LessExact, Later, Earlier, Floor, Part, Feared, OtherRole, OtherGroup, OtherPlace, OtherDay
                                    // said differently
};
const char* way_name(Way way);  // "same" "less_exact" ...

struct Saying {
  Stand stand = Stand::Supported;   // Supported, Contradicted or Differently
  Way way = Way::Same;
  Place1 place;                     // the words
  std::string holder;               // who is said to have said it, as written; "" = the outlet itself
  std::string origin;               // of the report, in its record
  std::int32_t record = kNone;
  std::string why;                  // in words
};

// Ten prints of one wire are ten articles and one origin.
struct Tally { std::int32_t articles = 0, outlets = 0, origins = 0; };

struct CheckedClaim {
  Span span;                        // in the sentence
  std::string what;                 // what was read there, in words
  Stand stand = Stand::Nothing;
  Tally supported, contradicted, differently;
  std::vector<Saying> sayings;      // supporting ones first; a report once for each way
};

struct Check {
  Report sentence;
  std::string language;             // of `what` and `why`
  std::vector<CheckedClaim> claims; // in the order of the sentence
};

// `language` "ar" or "en"; "" = the sentence's own.
Check check_sentence(std::string_view sentence, std::span<const Report> reports,
                     std::span<const Record> records, const Packs& packs,
                     std::string_view language);

struct TextStyle;
std::string render_check_text(const Check& check, std::span<const Report> reports,
                              const TextStyle& style);
// One document, schema isnad.check/1 (docs/output.md section 2b).
std::string render_check_json(const Check& check, std::span<const Report> reports,
                              std::span<const Record> records, const Packs& packs);

}  // namespace isnad
