// SPDX-License-Identifier: Apache-2.0
#include "record/lanes.h"

#include <gtest/gtest.h>

#include "record/story_builder.h"

namespace isnad::testing {
namespace {

TEST(Lanes, PoliceSoldiersAndUnsaidForcesAreOneLane) {
  StoryBuilder story;
  story.report("2022-01-06").say({.low = 8, .high = kOpen, .bound = Bound::AtLeast,
                                  .group = "security_forces", .holder = "Kazakh media"});
  story.report("2022-01-07").say({.low = 18, .group = "security_forces",
                                  .holder = "interior ministry"});
  story.report("2022-01-11").say({.low = 16, .group = "police", .holder = "President Tokayev",
                                  .date = "../2022-01-10"});
  EXPECT_EQ(lanes_text(story.record()),
            "killed security_forces 16 (16-18) disputed: 8x1 18x1 16x1\n");
}

TEST(Lanes, ThoseArrestedAreOneLaneWhateverTheyAreCalled) {
  StoryBuilder story;
  story.report("2022-01-07").say({.role = Role::Arrested, .low = 3001, .high = kOpen,
                                  .bound = Bound::MoreThan, .group = "militants",
                                  .holder = "interior ministry"});
  story.report("2022-01-09").say({.role = Role::Arrested, .low = 5135,
                                  .holder = "the interior ministry of Kazakhstan"});
  story.report("2022-01-11").say({.role = Role::Arrested, .low = 8000, .bound = Bound::About,
                                  .holder = "interior ministry"});
  EXPECT_EQ(lanes_text(story.record()), "arrested people 8000 (8000-8000) growing: "
                                        "3001x1 5135x1 8000x1\n");
}

TEST(Lanes, OneNightIsNoTotal) {
  StoryBuilder story;
  story.report("2022-01-06").say({.role = Role::Arrested, .low = 201, .high = kOpen,
                                  .bound = Bound::MoreThan, .kind = CountKind::New,
                                  .date = "2022-01-04/2022-01-05"});
  story.report("2022-01-07").say({.role = Role::Arrested, .low = 3001, .high = kOpen,
                                  .bound = Bound::MoreThan, .holder = "police"});
  const Record record = story.record();
  ASSERT_EQ(record.figures.size(), 1u);
  EXPECT_EQ(record.figures[0].verdict, Verdict::SingleSource);
  EXPECT_EQ(record.figures[0].series[0].kind, CountKind::New);
  EXPECT_EQ(differences_text(record), "");
}

TEST(Lanes, OneMinistryInThreeReportsIsOneOrigin) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 26, .group = "militants",
                                  .holder = "interior ministry"});
  story.report("2022-01-07").say({.low = 26, .group = "militants",
                                  .holder = "the authorities"})
      .say({.low = 26, .group = "militants", .holder = "Kazakh interior ministry"});
  story.report("2022-01-09").say({.low = 26, .group = "protesters",
                                  .holder = "the interior minister"});
  const Record record = story.record();
  EXPECT_EQ(lanes_text(record), "killed militants 26 (26-26) single_source: 26x1\n");
  EXPECT_EQ(record.figures[0].series[0].support.size(), 4u);
}

TEST(Lanes, TwoHoldersInTwoReportsAreTwoOrigins) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 32, .holder = "hospital"});
  story.report("2022-01-07").say({.low = 32, .holder = "police"});
  story.report("2022-01-07").say({.low = 32});
  EXPECT_EQ(lanes_text(story.record()), "killed people 32 (32-32) agreed: 32x2\n");
}

TEST(Lanes, CopiesAddNoOrigin) {
  StoryBuilder story;
  story.report("2022-01-07", "o1").say({.low = 32, .holder = "hospital"});
  story.report("2022-01-07", "o1").say({.low = 32, .holder = "police"});
  EXPECT_EQ(lanes_text(story.record()), "killed people 32 (32-32) single_source: 32x1\n");
}

TEST(Lanes, ATownIsAnotherScopeThanTheCountry) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 164, .holder = "health ministry",
                                  .place = "Kazakhstan"})
      .say({.low = 103, .holder = "health ministry", .place = "Almaty"})
      .say({.role = Role::Injured, .low = 900, .place = "Kazakhstan"});
  EXPECT_EQ(lanes_text(story.record()),
            "killed people 164 (164-164) single_source: 164x1\n"
            "killed people 103 (103-103) single_source: 103x1\n"
            "injured people 900 (900-900) single_source: 900x1\n");
}

TEST(Lanes, TheTownOfTheStoryTakesCountryAndUnplaced) {
  StoryBuilder story;
  story.report("2015-07-20").say({.low = 27, .place = "Suruc"});
  story.report("2015-07-21").say({.low = 30, .place = "Turkey"});
  story.report("2015-07-22").say({.low = 32});
  EXPECT_EQ(lanes_text(story.record()),
            "killed people 32 (32-32) growing: 27x1 30x1 32x1\n");
}

TEST(Lanes, AnEarlierBombingIsBackground) {
  StoryBuilder story;
  story.report("2015-07-21").say({.low = 30});
  story.report("2015-07-22").say({.low = 4, .date = "2015-06-05", .event = "rally bombing"});
  const Record record = story.record();
  ASSERT_EQ(record.figures.size(), 2u);
  EXPECT_FALSE(record.figures[0].background);
  EXPECT_TRUE(record.figures[1].background);
}

TEST(Lanes, AnEventOfOneDayIsCountedAsOfEachReport) {
  StoryBuilder story;
  story.report("2015-07-21T02:29").say({.low = 30, .date = "2015-07-20"});
  story.report("2015-07-22T13:46").say({.low = 32, .date = "2015-07-20"});
  const Record record = story.record();
  EXPECT_EQ(days_text(record.figures[0].series[0].as_of), "2015-07-21");
  EXPECT_EQ(days_text(record.figures[0].series[1].as_of), "2015-07-22");
  EXPECT_EQ(days_text(record.figures[0].as_of), "2015-07-22");
}

TEST(Lanes, AtLeastAndAboutStandWithTheirCount) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 30, .high = kOpen, .bound = Bound::AtLeast,
                                  .holder = "police"});
  story.report("2022-01-07").say({.low = 30, .holder = "hospital"});
  story.report("2022-01-07").say({.low = 30, .bound = Bound::About, .holder = "activists"});
  EXPECT_EQ(lanes_text(story.record()), "killed people 30 (30-30) agreed: 30x3\n");
}

TEST(Lanes, MoreThanIsAnotherValue) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 31, .high = kOpen, .bound = Bound::MoreThan});
  story.report("2022-01-07").say({.low = 30});
  EXPECT_EQ(story.record().figures[0].series.size(), 2u);
}

TEST(Lanes, AFloorBelowAnotherValueDoesNotReplaceIt) {
  StoryBuilder story;
  story.report("2015-07-22").say({.low = 101, .high = kOpen, .bound = Bound::MoreThan});
  story.report("2015-07-23").say({.low = 90, .high = kOpen, .bound = Bound::AtLeast});
  EXPECT_EQ(story.record().figures[0].best, 101);
}

TEST(Lanes, TwoOfTheForceOnTwoNearDaysAreTheSameTwo) {
  StoryBuilder story;
  story.report("2015-07-31").say({.low = 2, .group = "police", .date = "2015-07-30"});
  story.report("2015-07-31").say({.low = 2, .group = "police", .date = "2015-07-28"});
  story.report("2015-07-31").say({.low = 2, .group = "police", .date = "2015-07-30"});
  EXPECT_EQ(lanes_text(story.record()), "killed police 2 (2-2) agreed: 2x3\n");
}

TEST(Lanes, WhatOneReportTellsAsPastIsAnothersOwnEvent) {
  StoryBuilder story;
  story.report("2015-07-22").say({.low = 101, .high = kOpen, .bound = Bound::MoreThan,
                                  .place = "Suruc", .date = "../2015-07-17"});
  story.report("2015-07-23").say({.low = 90, .high = kOpen, .bound = Bound::AtLeast,
                                  .place = "Suruc", .date = "2015-07-17",
                                  .event = "earlier event, 2015-07-17"});
  const Record record = story.record();
  ASSERT_EQ(record.figures.size(), 1u);
  EXPECT_FALSE(record.figures[0].background);
  EXPECT_EQ(differences_text(record),
            "contradiction value: A toll that falls: more than 100, then at least 90 killed\n");
}

TEST(Lanes, OneNumberForTwoPlacesIsOnePlaceUnlessAReportTellsThemApart) {
  StoryBuilder one;
  one.report("2015-08-09").say({.low = 51, .place = "Almaty"})
      .say({.low = 21, .place = "Suruc"}).say({.low = 21, .place = "Astana"});
  EXPECT_EQ(one.record().figures.size(), 2u);
  StoryBuilder apart;
  apart.report("2015-08-09").say({.low = 51, .place = "Almaty"})
      .say({.low = 21, .place = "Suruc"}).say({.low = 21, .place = "Astana"});
  apart.report("2015-08-09").say({.low = 51, .place = "Almaty"})
      .say({.low = 21, .place = "Suruc"}).say({.low = 17, .place = "Astana"});
  EXPECT_EQ(apart.record().figures.size(), 3u);
}

TEST(Lanes, APartIsAllOfItsKindAndNeverMoreThanItsWhole) {
  StoryBuilder kind;
  kind.report("2022-01-07").say({.low = 15}).say({.low = 3, .group = "workers",
                                                  .kind = CountKind::Part});
  kind.report("2022-01-07").say({.low = 3, .group = "workers"});
  EXPECT_EQ(lanes_text(kind.record()), "killed workers 3 (3-3) agreed: 3x2\n"
                                       "killed people 15 (15-15) single_source: 15x1\n");
  StoryBuilder larger;
  larger.report("2022-01-07").say({.low = 15}).say({.low = 20, .kind = CountKind::Part});
  EXPECT_EQ(larger.record().figures[0].series[1].kind, CountKind::Total);
  StoryBuilder smaller;
  smaller.report("2022-01-07").say({.low = 15}).say({.low = 5, .kind = CountKind::Part});
  EXPECT_EQ(smaller.record().figures[0].series[0].kind, CountKind::Part);
  EXPECT_EQ(smaller.record().figures[0].best, 15);
}

}  // namespace
}  // namespace isnad::testing
