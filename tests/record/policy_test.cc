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

// All that a record says besides the three numbers.
std::string claims_text(Policy policy) {
  const Record record = four_accounts().record(policy);
  std::string out = differences_text(record);
  for (const FigureLane& lane : record.figures) {
    out += std::string(role_name(lane.role)) + lane.group + lane.place + verdict_name(lane.verdict);
    for (const Point& point : lane.series) {
      out += " " + std::to_string(point.low) + "-" + std::to_string(point.high) +
             bound_name(point.bound) + days_text(point.as_of) + std::to_string(point.origins);
      for (const Support& support : point.support) {
        out += "/" + std::to_string(support.report) + "." + std::to_string(support.figure);
      }
    }
  }
  for (const TimelineEntry& entry : record.timeline) out += entry.text;
  return out;
}

TEST(Policy, ChangesNoClaim) {
  const std::string claims = claims_text(Policy::LatestOfficial);
  EXPECT_NE(claims.find("40-40"), claims.npos);
  for (Policy other : {Policy::Conservative, Policy::Ucdp, Policy::MinMax,
                       Policy::IndependentMedian}) {
    EXPECT_EQ(claims_text(other), claims) << policy_name(other);
  }
}

// Of one story each policy tells its own value, and low <= best <= high under all.
TEST(Policy, ValuesLieInOrder) {
  for (Policy policy : {Policy::LatestOfficial, Policy::Conservative, Policy::Ucdp, Policy::MinMax,
                        Policy::IndependentMedian}) {
    const FigureLane lane = four_accounts().record(policy).figures.front();
    EXPECT_LE(lane.low, lane.high) << policy_name(policy);
    EXPECT_EQ(lane.has_best, policy != Policy::MinMax);
    if (lane.has_best) {
      EXPECT_LE(lane.low, lane.best) << policy_name(policy);
      EXPECT_LE(lane.best, lane.high) << policy_name(policy);
    }
  }
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
