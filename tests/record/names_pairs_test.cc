// SPDX-License-Identifier: Apache-2.0
// Spellings of one name and names that are two, as two reports of a story would say them and with no
// other evidence: how many are judged rightly.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "record/record_steps.h"

namespace isnad {
namespace {

struct Score {
  int right[2] = {0, 0}, all[2] = {0, 0};   // two names, one name
};

Report report_of(EntityType type, const std::string& name) {
  Report report;
  report.text = make_text(name);
  Entity entity;
  entity.type = type;
  entity.name = name;
  report.entities.push_back(std::move(entity));
  return report;
}

bool judged_one(EntityType type, const std::string& a, const std::string& b) {
  std::vector<Report> reports;
  reports.push_back(report_of(type, a));
  reports.push_back(report_of(type, b));
  Story story;
  story.reports = {0, 1};
  const Names names = unify_names(reports, story);
  return names.find(0, 0) == names.find(1, 0);
}

Score score_file(const std::string& file_name) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/record/" + file_name);
  EXPECT_TRUE(file) << file_name;
  Score score;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') cells.emplace_back();
      else cells.back() += c;
    }
    EXPECT_EQ(cells.size(), 4u) << line;
    if (cells.size() != 4) continue;
    const EntityType type = cells[0] == "person" ? EntityType::Person
                            : cells[0] == "place" ? EntityType::Place : EntityType::Organisation;
    const bool one = cells[1] == "one";
    const bool judged = judged_one(type, cells[2], cells[3]);
    EXPECT_EQ(judged, judged_one(type, cells[3], cells[2])) << "by order: " << line;
    ++score.all[one];
    score.right[one] += judged == one ? 1 : 0;
    if (judged != one) std::printf("  wrong: %s\n", line.c_str());
  }
  std::printf("%s: one name %d/%d, two names %d/%d\n", file_name.c_str(), score.right[1],
              score.all[1], score.right[0], score.all[0]);
  return score;
}

TEST(NamesPairs, AreJudgedRightly) {
  const Score score = score_file("names_pairs.tsv");
  EXPECT_GE(score.right[0] * 100, score.all[0] * 98);
  EXPECT_GE(score.right[1] * 100, score.all[1] * 75);   // the aim is 98: not reached
}

TEST(NamesPairs, HeldOut) {
  const Score score = score_file("names_pairs_held.tsv");
  EXPECT_GT(score.all[0] + score.all[1], 100);
  EXPECT_GE(score.right[0] * 100, score.all[0] * 98);
  EXPECT_GE(score.right[1] * 100, score.all[1] * 60);   // the aim is 98: not reached
}

}  // namespace
}  // namespace isnad
