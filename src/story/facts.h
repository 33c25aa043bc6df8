// SPDX-License-Identifier: Apache-2.0
// story/facts.h -- what the grouping of a stream keeps of one report: its terms and its incident.
//
// A term is a word or a name. How telling it is depends on the other reports and is not known here.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/stories.md

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "isnad/report.h"
#include "story/words.h"

namespace isnad {

// Where a term stands: how much the report is about it, in hundredths.
enum TermPlace : std::uint8_t {
  kTermOnce = 35,    // once, below the lead
  kTermTwice = 60,
  kTermOften = 80,   // three times and more
  kTermLead = 90,    // in the first words of the body
  kTermTitle = 100,
};

struct StoryTerm {
  std::uint64_t hash = 0;
  std::uint8_t place = kTermOnce;   // the best of TermPlace that holds
  bool name = false;                // of a person, a town, an organisation ...
  bool common = false;              // a word of any news: src/story/common.tsv
  bool number = false;              // of two digits and more
};

struct StoryFacts {
  std::vector<StoryTerm> terms;          // sorted by hash, no doubles
  std::int32_t day = kNoDay;             // of publication
  std::uint64_t outlet = 0;              // hash of its name, 0 where unknown
  std::uint64_t language = 0;            // hash, 0 where unknown
  // The incident its first words tell, where they count casualties. Empty or kNoDay = none told.
  std::int32_t event_day = kNoDay;
  std::vector<std::uint64_t> places;     // towns, provinces, sites of title and lead; sorted
  std::vector<std::int64_t> victims;     // killed, two and more, of title and lead; sorted
  // What two languages have in common besides names: counts with their roles, and all other numbers that
  // are not small. Sorted.
  std::vector<std::uint64_t> counts, numbers;
};

// `words` are those of the report (make_story_words).
StoryFacts make_story_facts(const Report& report, std::span<const StoryWord> words);

// A name as a term: by gazetteer id where there is one, so that an Arabic and an English report meet, else by
// its Latin form, else as written.
std::uint64_t name_key(const Entity& entity);

// Whether a stem (hash_word of strip_article of the folded key) is a word of any news.
bool is_common_word(std::uint64_t stem);

}  // namespace isnad
