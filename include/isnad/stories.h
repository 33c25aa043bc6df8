// SPDX-License-Identifier: Apache-2.0
// isnad/stories.h -- which reports tell of one event, and who copied from whom, without a record.
//
// Articles, outlets and origins are three numbers: what was printed, who printed it, and how many
// spoke. Ten papers with one agency's text are ten articles, ten outlets and one origin.
//
// Ownership  Everything is an index into `reports` or owned.
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/stories.md, docs/methods/copies.md

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/packs.h"
#include "isnad/record.h"
#include "isnad/report.h"
#include "isnad/show.h"

namespace isnad {

// Reports of one voice.
struct OriginGroup {
  std::string id;                     // "o1"
  std::vector<std::int32_t> reports;  // the first is the one the others took most from
  std::string agency;                 // whose text they say they carry, where a quarter of them say it
  double shared = 0;                  // of the bodies of the others, mean of the largest shares
};

struct StoryGroup {
  std::vector<std::int32_t> reports;  // in input order
  std::vector<std::int32_t> also;     // reports of other stories that tell of it as well
  std::vector<std::string> about;     // its telling words
  std::vector<std::vector<CopyOf>> copies;  // by report of the story: what it shares with others
  std::vector<OriginGroup> origins;
  std::int32_t outlets = 0;
};

// Why stories were joined ("joined": one holds the telling words of the other; "alike": report by report),
// taken apart ("split": no incident in common) or kept apart ("other_day" "other_place" "other_victims").
struct GroupingReason {
  std::string kind;
  std::int32_t story = kNone, other = kNone;   // numbers of stories; joined, alike: no other
  std::int32_t reports = 0;                    // of the smaller one
  double share = 0;                            // of the telling words; alike, split: odds, 0..1
  std::vector<std::string> words;              // what both tell most of
  std::int32_t day = kNoDay, other_day = kNoDay;   // of the incident, else of the first report
  std::int64_t victims = 0, other_victims = 0;     // killed, as told most often; 0 = none told
};

struct Grouping {
  std::vector<StoryGroup> stories;
  std::vector<GroupingReason> reasons;
};

// By the name of the input, then by digest: what is made of sorted reports does not depend on the order
// in which they came.
void sort_reports(std::vector<Report>& reports);

// Step 2 of the three: reports stay as they are.
Grouping group_reports(std::span<const Report> reports);

// One line of JSON a story, and one for the reasons: schemas/story.schema.json.
std::string render_stories_jsonl(const Grouping& grouping, std::span<const Report> reports);

// For people: each story of two reports and more with its reports, voices and reasons. `language`: "en", "ar".
std::string render_stories_text(const Grouping& grouping, std::span<const Report> reports,
                                std::string_view language, const TextStyle& style);

}  // namespace isnad
