// SPDX-License-Identifier: Apache-2.0
// tests/cases/english/*.txt: the figures of one English sentence and who is said to have said them.
// Prints value F1 and origins of each file; fails where a file falls under its floor.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/read_report.h"
#include "isnad/packs.h"

namespace isnad {
namespace {

struct Wanted {
  std::string role, value, kind, origin;
};

std::vector<Wanted> wanted_of(const std::string& text) {
  std::vector<Wanted> all;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream words(part);
    Wanted one;
    words >> one.role >> one.value;
    for (std::string word; words >> word;) {
      if (word[0] != '@') { one.kind = word; continue; }
      one.origin = word.substr(1);
      for (char& c : one.origin) {
        if (c == '_') c = ' ';
      }
    }
    if (one.role != "-") all.push_back(one);
  }
  return all;
}

// As the files write a value.
std::string value_of(const Figure& f) {
  const std::string low = std::to_string(f.low), high = std::to_string(f.high);
  switch (f.bound) {
    case Bound::MoreThan: return ">" + std::to_string(f.low - 1);
    case Bound::AtLeast: return ">=" + low;
    case Bound::LessThan: return "<" + std::to_string(f.high + 1);
    case Bound::AtMost: return "<=" + high;
    case Bound::About: return "~" + low;
    case Bound::Range: return low + ".." + high;
    case Bound::Vague: return low + ".." + high + "?";
    default: return low;
  }
}

std::string origin_of(const Report& report, const Figure& f) {
  return f.holders.empty() ? "" : std::string(report.text.slice(f.holders.back().span));
}

struct Score {
  int right = 0, wanted = 0, found = 0, origins = 0, origins_right = 0, kinds = 0, kinds_right = 0;
};

Report read_case(const std::string& text, const Packs& packs) {
  Page page;
  page.input = "case";
  page.bytes = text;
  page.flat = false;
  page.published = "2022-01-07";
  return read_report(page, packs);
}

// Figures with no scored role are left out, as docs/figures.md says.
void score_case(const std::string& wanted_text, const std::string& text, const Packs& packs, Score& score) {
  const Report report = read_case(text, packs);
  const std::vector<Wanted> wanted = wanted_of(wanted_text);
  std::vector<bool> used(report.figures.size(), false);
  bool clean = true;
  std::string shown;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const Figure& f = report.figures[i];
    if (f.role == Role::Other) { used[i] = true; continue; }
    ++score.found;
    shown += std::string(" {") + role_name(f.role) + " " + value_of(f) + " " + count_kind_name(f.kind) + " @" + origin_of(report, f) + "}";
  }
  for (const Wanted& one : wanted) {
    ++score.wanted;
    std::size_t i = 0;
    while (i < used.size() && (used[i] || role_name(report.figures[i].role) != one.role || value_of(report.figures[i]) != one.value)) ++i;
    if (i == used.size()) { clean = false; continue; }
    used[i] = true;
    ++score.right;
    if (!one.kind.empty()) {
      ++score.kinds;
      const bool same = count_kind_name(report.figures[i].kind) == one.kind;
      score.kinds_right += same;
      clean = clean && same;
    }
    if (!one.origin.empty()) {
      ++score.origins;
      const bool same = origin_of(report, report.figures[i]) == one.origin;
      score.origins_right += same;
      clean = clean && same;
    }
  }
  for (const bool is_used : used) clean = clean && is_used;
  if (!clean) std::cout << "  " << wanted_text << " | " << text << "\n      got" << shown << "\n";
}

void run_file(const std::string& name) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  std::ifstream in(std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases/english" / name);
  Score score;
  int cases = 0;
  for (std::string line; std::getline(in, line);) {
    const std::size_t bar = line.find(" | ");
    if (line.empty() || line[0] == '#' || bar == std::string::npos) continue;
    ++cases;
    score_case(line.substr(0, bar), line.substr(bar + 3), packs.value(), score);
  }
  ASSERT_GT(score.wanted + score.found, 0);
  const double f1 = 2.0 * score.right / (score.wanted + score.found);
  std::cout << name << ": " << cases << " cases, value F1 " << f1 << " (right " << score.right << ", wanted " << score.wanted << ", found " << score.found
            << "), origin " << score.origins_right << "/" << score.origins << ", kind " << score.kinds_right << "/" << score.kinds << "\n";
  EXPECT_GE(f1, 0.95);
  EXPECT_GE(score.origins_right * 100, 88 * score.origins);
}

TEST(EnglishFigures, OwnCases) { run_file("figures.txt"); }
TEST(EnglishFigures, HeldOut) { run_file("held_out.txt"); }

}  // namespace
}  // namespace isnad
