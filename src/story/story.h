// SPDX-License-Identifier: Apache-2.0
// story/story.h -- reports laid beside each other: who copied from whom, and which tell one event.
//
// Threads    Pure functions of the reports.
// Errors     None.
// Method     docs/methods/copies.md, docs/methods/stories.md

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

// What one report shares with another. Direction: `copy` is the later or the poorer one.
struct SharedText {
  std::int32_t copy = kNone, of = kNone;   // indices of reports
  double share = 0;                        // of the copy's body, 0..1
  std::vector<Span> spans;                 // in the copy
  std::vector<Span> source_spans;          // in the other
};

struct CopyGraph {
  std::vector<SharedText> shared;
};
CopyGraph find_copies(std::span<const Report> reports);

struct Story {
  std::vector<std::int32_t> reports;       // indices, in input order
  std::vector<std::int32_t> also;          // reports of other stories that tell of this one as well
  std::vector<std::string> about;          // its telling words, as a report writes them
};

// Why two stories are one, or two and not one. Stories by their number in the vector they come with.
struct StoryNote {
  // Joined: reports of one hold the core of the other. Alike: their pairs are. Split: out of one story, no
  // common incident. OtherDay ... : kept apart though their words agree.
  enum class Kind : std::uint8_t { Joined, Alike, Split, OtherDay, OtherPlace, OtherVictims };
  Kind kind = Kind::Joined;
  std::int32_t story = kNone, other = kNone;   // Joined, Alike: `other` is kNone, all is in `story`
  std::int32_t reports = 0;                    // of the smaller
  double share = 0;   // of the core in the reports of the other; Alike, Split: odds of their pairs, 0..1
  std::vector<std::uint64_t> terms = {};       // what both tell most of: hashes as in StoryTerm
  std::vector<std::string> words = {};         // the same as a report writes it
  std::int32_t day = kNoDay, other_day = kNoDay;   // of the incidents, else of the first reports
  std::int64_t victims = 0, other_victims = 0;     // told most often; 0 = none told
};
const char* story_note_name(StoryNote::Kind kind);   // "joined" "other_day" ...

struct Stories {
  std::vector<Story> stories;
  std::vector<StoryNote> notes;
};
// Reports of one event together: shared rare words, names, places, days, figures. The same for any
// order of input, but for the numbers of reports and the order of stories, which follow the input.
std::vector<Story> group_stories(std::span<const Report> reports, const CopyGraph& copies);
// The same with what speaks for it.
Stories explain_stories(std::span<const Report> reports, const CopyGraph& copies);

}  // namespace isnad
