// SPDX-License-Identifier: Apache-2.0
#include "record/timeline.h"

#include <gtest/gtest.h>

#include "record/story_builder.h"

namespace isnad::testing {
namespace {

std::string timeline_text(const Record& record) {
  std::string out;
  for (const TimelineEntry& entry : record.timeline) {
    out += days_text({entry.day, entry.day}) + (entry.background ? " (before)" : "") + " " +
           entry.text + " [";
    for (std::int32_t report : entry.reports) out += std::to_string(report + 1);
    out += "]\n";
  }
  return out;
}

TEST(Timeline, EventsOfSeveralReportsAreOneSentence) {
  StoryBuilder story;
  story.report("2022-01-07")
      .happen({.type = "PROTEST", .mode = "demo", .topic = "protest.start",
               .words = "protests broke out", .date = "2022-01-02"})
      .happen({.type = "RETREAT", .mode = "resign", .topic = "resign.government",
               .words = "the government resigned", .place = "Kazakhstan",
               .date = "2022-01-05"});
  story.report("2022-01-09")
      .happen({.type = "RETREAT", .mode = "resign", .topic = "resign.government",
               .words = "the cabinet stepped down", .date = "2022-01-05"})
      .happen({.type = "AGREE", .topic = "mourning", .words = "a day of mourning",
               .date = "2022-01-10"});
  const Record record = story.record();
  EXPECT_EQ(timeline_text(record),
            "2022-01-02 Protests begin [1]\n"
            "2022-01-05 The government resigns in Kazakhstan [12]\n"
            "2022-01-10 Announced for this day: A day of mourning [2]\n");
  EXPECT_EQ(days_text(record.days), "2022-01-02/2022-01-05");
}

TEST(Timeline, DenialsAndRangesAreLeftOutHistoryStandsApart) {
  StoryBuilder story;
  story.report("2022-01-07")
      .happen({.type = "ASSAULT", .words = "an attack", .date = "2022-01-05",
               .stance = Stance::Denied})
      .happen({.type = "PROTEST", .words = "protests", .date = "2022-01-02/2022-01-05"})
      .happen({.type = "PROTEST", .mode = "strike", .words = "a strike", .date = "2011-12-16",
               .historical = true});
  EXPECT_EQ(timeline_text(story.record()), "2011-12-16 (before) A strike [1]\n");
}

TEST(Timeline, WhatSaysLessGoesToWhatSaysMore) {
  StoryBuilder story;
  story.report("2022-01-07")
      .happen({.type = "ASSAULT", .words = "an attack", .date = "2022-01-05"})
      .happen({.type = "ACCUSE", .mode = "disapprove", .words = "was criticised", .date = "2022-01-05"});
  story.report("2022-01-08")
      .happen({.type = "ASSAULT", .mode = "explosives", .words = "a bombing", .place = "Almaty",
               .date = "2022-01-05"})
      .happen({.type = "ASSAULT", .words = "an attack on the town", .place = "Almaty", .date = "2022-01-05"})
      .happen({.type = "ASSAULT", .mode = "firearms", .words = "shots there", .place = "Astana",
               .date = "2022-01-05"});
  EXPECT_EQ(timeline_text(story.record()),
            "2022-01-05 A bombing in Almaty [12]\n2022-01-05 Shooting in Astana [2]\n");
}

TEST(Timeline, FiguresOfOneDay) {
  StoryBuilder story;
  story.report("2015-07-21").say({.low = 30, .high = kOpen, .bound = Bound::AtLeast,
                                  .holder = "police", .place = "Suruc", .date = "2015-07-20"});
  story.report("2015-07-22").say({.low = 32, .date = "2015-07-20"});
  story.report("2015-07-23").say({.low = 32, .date = "2015-07-20"});
  EXPECT_EQ(timeline_text(story.record()), "2015-07-20 32 people killed [23]\n");
}

}  // namespace
}  // namespace isnad::testing
