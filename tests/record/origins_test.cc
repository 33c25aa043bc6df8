// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "record/record_steps.h"

namespace isnad {
namespace {

using Ids = std::vector<std::string>;

SharedText shared(std::int32_t copy, std::int32_t of, double share) {
  SharedText text;
  text.copy = copy;
  text.of = of;
  text.share = share;
  return text;
}

TEST(Origins, ACopyIsTheVoiceOfItsSource) {
  const std::vector<Report> reports(5);
  Story story;
  story.reports = {0, 2, 3, 4};
  CopyGraph graph;
  graph.shared = {shared(3, 0, 0.9), shared(4, 2, 0.3), shared(1, 2, 0.9)};
  EXPECT_EQ(find_origins(reports, story, graph), (Ids{"o1", "o2", "o1", "o3"}));
}

TEST(Origins, ACreditAloneIsNotOneOrigin) {
  std::vector<Report> reports(3);
  for (Report& report : reports) report.agencies = {{{}, "afp"}};
  Story story;
  story.reports = {0, 1, 2};
  CopyGraph graph;
  EXPECT_EQ(find_origins(reports, story, graph), (Ids{"o1", "o2", "o3"}));
  graph.shared = {shared(2, 1, 0.25)};   // with some of the same text it is
  EXPECT_EQ(find_origins(reports, story, graph), (Ids{"o1", "o2", "o2"}));
}

}  // namespace
}  // namespace isnad
