// SPDX-License-Identifier: Apache-2.0
// record/dating_clues.h -- what one report says about days: those it names and its own.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/dating.md

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "isnad/report.h"
#include "record/dating_days.h"

namespace isnad {

// A mention that names one day: X. Its day less the report's day lies in [low, high].
struct DayWord {
  std::int32_t position = kNone;   // of the report in the story
  std::int32_t time = kNone;       // index into Report::times
  Span span;
  std::uint32_t sentence = 0;
  std::int32_t low = 0, high = 0;
  DaySet days;                     // which days it can be, whatever the report's day
  std::int32_t weekday = kUnset;
  bool bare = false;               // a weekday alone, or "this week"
  bool dated = false;              // a day and month stand in it
  bool beginning = false;          // "since the start of the unrest last Sunday"
  Span with_before;                // with up to six words before it
};

// Something that keeps some days for the report and excludes the others.
struct Clue {
  std::string key;                 // of dating.tsv
  DaySet keep;
  Span span;                       // the words; empty where none
  std::int32_t weekday = kUnset, day = kNoDay;
  Span other;                      // second words, where there are
  bool own_words = true;           // a clash with the page's date is worth a note
};

PartKind part_at(const Report& report, Span span);
bool is_full_date(const TimeMention& time);
std::int32_t full_date_day(const TimeMention& time);   // kNoDay where it cannot exist

// Days named in the report's own voice: not inside direct quotations, embeds or page furniture.
std::vector<DayWord> find_day_words(const Report& report, std::int32_t position,
                                    const Window& window);

// What holds by the words' meaning: today Friday, yesterday 6 January, an embed's floor, the day
// the page was printed.
std::vector<Clue> find_sure_clues(const Report& report, const std::vector<DayWord>& words,
                                  const Window& window);

// What holds by the habits of news; each says so in its words. Tried in this order, each kept only
// where it leaves a day.
std::vector<Clue> find_assumed_clues(const Report& report, const std::vector<DayWord>& words,
                                     const Window& window);

}  // namespace isnad
