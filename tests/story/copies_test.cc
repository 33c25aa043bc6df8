// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "story/story.h"
#include "story_reports.h"

namespace isnad {
namespace {

using testing::make_story_reports;

std::string describe(const CopyGraph& graph, const std::vector<Report>& reports) {
  std::string out;
  for (const SharedText& shared : graph.shared) {
    out += reports[static_cast<std::size_t>(shared.copy)].input + "<" +
           reports[static_cast<std::size_t>(shared.of)].input + " ";
  }
  return out;
}

TEST(Copies, ARewrittenDeskCopyIsFoundWithItsSourceAndItsSpans) {
  const auto reports = make_story_reports({"desk", "sport", "wire", "other"});
  const CopyGraph graph = find_copies(reports);
  ASSERT_EQ(describe(graph, reports), "desk<wire ");
  const SharedText& shared = graph.shared[0];
  EXPECT_GT(shared.share, 0.75);
  EXPECT_LE(shared.share, 1.0);
  ASSERT_EQ(shared.spans.size(), shared.source_spans.size());
  ASSERT_FALSE(shared.spans.empty());
  for (const Span span : shared.spans) {
    EXPECT_LE(span.end, reports[0].text.utf8().size());
    EXPECT_LT(span.begin, span.end);
  }
}

TEST(Copies, TheLaterOneIsTheCopyWhateverItsPlaceInTheInput) {
  auto reports = make_story_reports({"desk", "wire"});
  reports[0].published.days = {100, 100};
  reports[1].published.days = {101, 101};
  EXPECT_EQ(describe(find_copies(reports), reports), "wire<desk ");
  reports[0].outlet = "alsahil";   // the wire names it as its source: stronger than time
  reports[1].published.days = {99, 99};
  reports[1].agencies = {{{}, "alsahil"}};
  EXPECT_EQ(describe(find_copies(reports), reports), "wire<desk ");
}

TEST(Copies, OneQuotationPrintedByTwoIsNoCopy) {
  const auto reports = make_story_reports({"statement_a", "statement_b"});
  EXPECT_EQ(describe(find_copies(reports), reports), "");
}

TEST(Copies, AnIndependentReportOfTheSameEventIsNoCopy) {
  const auto reports = make_story_reports({"wire", "other", "statement_a"});
  EXPECT_EQ(describe(find_copies(reports), reports), "");
}

TEST(Copies, AHundredPrintsOfOneWireHangTogetherWithoutAllPairs) {
  std::vector<Report> reports;
  for (int i = 0; i < 100; ++i) reports.push_back(testing::make_story_report("wire"));
  const CopyGraph graph = find_copies(reports);
  EXPECT_GE(graph.shared.size(), 99u);
  EXPECT_LE(graph.shared.size(), 2000u);   // of 4950
  std::vector<bool> reached(100, false);
  reached[0] = true;
  for (const SharedText& shared : graph.shared) reached[static_cast<std::size_t>(shared.copy)] = true;
  EXPECT_EQ(std::count(reached.begin(), reached.end(), true), 100);
}

TEST(Copies, NothingIsNothing) {
  EXPECT_TRUE(find_copies({}).shared.empty());
  std::vector<Report> empty(3);
  for (Report& report : empty) report.text = make_text("");
  EXPECT_TRUE(find_copies(empty).shared.empty());
}

}  // namespace
}  // namespace isnad
