// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "story/story.h"
#include "story_reports.h"

namespace isnad {
namespace {

using testing::make_story_reports;

std::vector<std::vector<std::int32_t>> group(const std::vector<Report>& reports) {
  std::vector<std::vector<std::int32_t>> out;
  for (const Story& story : group_stories(reports, find_copies(reports))) {
    out.push_back(story.reports);
  }
  return out;
}

using Groups = std::vector<std::vector<std::int32_t>>;

TEST(Stories, ReportsOfOneEventAreTogetherAndOthersApart) {
  const auto reports = make_story_reports({"wire", "sport", "other", "market", "desk"});
  EXPECT_EQ(group(reports), (Groups{{0, 2, 4}, {1}, {3}}));
}

TEST(Stories, OrderOfInputIsKeptInsideAndAmongStories) {
  const auto reports = make_story_reports({"market", "desk", "other", "wire"});
  EXPECT_EQ(group(reports), (Groups{{0}, {1, 2, 3}}));
}

TEST(Stories, WeeksApartIsAnotherStory) {
  auto reports = make_story_reports({"wire", "other"});
  reports[0].published.days = {1000, 1000};
  reports[1].published.days = {1040, 1040};
  EXPECT_EQ(group(reports), (Groups{{0}, {1}}));
}

TEST(Stories, AnotherPlaceAndAnotherDayIsAnotherStory) {
  auto reports = make_story_reports({"wire", "other"});
  for (std::size_t i = 0; i < 2; ++i) {
    reports[i].names.clear();
    reports[i].entities.clear();
    Entity place;
    place.type = EntityType::Place;
    place.country = i == 0 ? "AA" : "BB";
    place.name = place.country;
    reports[i].entities.push_back(place);
    reports[i].published.days = {1000 + 3 * static_cast<int>(i), 1000 + 3 * static_cast<int>(i)};
  }
  EXPECT_EQ(group(reports), (Groups{{0}, {1}}));
}

TEST(Stories, NothingIsNothing) { EXPECT_TRUE(group_stories({}, {}).empty()); }

}  // namespace
}  // namespace isnad
