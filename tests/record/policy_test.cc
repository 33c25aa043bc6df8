// SPDX-License-Identifier: Apache-2.0
#include "record/policy.h"

#include <gtest/gtest.h>

#include "record/story_builder.h"

namespace isnad::testing {
namespace {

StoryBuilder four_accounts() {
  StoryBuilder story;
  story.report("2022-01-06").say({.low = 12, .holder = "residents"});
  story.report("2022-01-08").say({.low = 40, .holder = "activists"});
  story.report("2022-01-08").say({.low = 40, .holder = "hospital"});
  story.report("2022-01-08").say({.low = 25, .holder = "interior ministry"});
  story.report("2022-01-09").say({.low = 20, .high = 99, .bound = Bound::Vague});
  return story;
}

std::string values(Policy policy) {
  const Record record = four_accounts().record(policy);
  const FigureLane& lane = record.figures.front();
  return (lane.has_best ? std::to_string(lane.best) : "none") + " (" + std::to_string(lane.low) +
         "-" + std::to_string(lane.high) + ")";
}

TEST(Policy, EachChoosesByItsRule) {
  EXPECT_EQ(values(Policy::LatestOfficial), "25 (25-40)");
  EXPECT_EQ(values(Policy::Conservative), "25 (25-40)");
  EXPECT_EQ(values(Policy::Ucdp), "40 (25-99)");
  EXPECT_EQ(values(Policy::MinMax), "none (20-99)");
  EXPECT_EQ(values(Policy::IndependentMedian), "25 (25-40)");
}

TEST(Policy, ChangesNoClaim) {
  const Record one = four_accounts().record(Policy::MinMax);
  const Record other = four_accounts().record(Policy::Ucdp);
  ASSERT_EQ(one.figures.size(), other.figures.size());
  EXPECT_EQ(one.figures[0].series.size(), other.figures[0].series.size());
  EXPECT_EQ(one.figures[0].verdict, other.figures[0].verdict);
}

TEST(Policy, AnOpenBestLeavesTheTopOpen) {
  StoryBuilder story;
  story.report("2022-01-06").say({.low = 101, .high = kOpen, .bound = Bound::MoreThan,
                                  .holder = "police"});
  const Record record = story.record();
  EXPECT_EQ(record.figures[0].low, 101);
  EXPECT_EQ(record.figures[0].high, kOpen);
  EXPECT_EQ(record.figures[0].best_bound, Bound::MoreThan);
}

TEST(Policy, AHolderThatLowersItsOwnNumberCorrectsIt) {
  StoryBuilder story;
  story.report("2022-01-06").say({.low = 164, .holder = "health ministry"});
  story.report("2022-01-08").say({.low = 19, .holder = "health ministry"});
  EXPECT_EQ(story.record().figures[0].verdict, Verdict::Corrected);
}

}  // namespace
}  // namespace isnad::testing
