// SPDX-License-Identifier: Apache-2.0
// Pages of pages.txt, line by line; and what holds for the parts of any page.
#include "page/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

namespace isnad {
namespace {

struct Case {
  std::string language, outlet, agencies, machine, text;
  std::vector<std::string> kinds, lines;
};

std::vector<Case> read_cases() {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/page/pages.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line == "====") continue;
    if (line.starts_with("= ")) {
      Case& one = cases.emplace_back();
      std::istringstream head(line.substr(2));
      std::vector<std::string> words;
      for (std::string word; head >> word;) words.push_back(word);
      one.language = words.front();
      one.machine = words.back();
      one.agencies = words[words.size() - 2];
      for (std::size_t i = 1; i + 2 < words.size(); ++i)
        one.outlet += (i > 1 ? " " : "") + words[i];
      continue;
    }
    const auto tab = line.find('\t');
    cases.back().kinds.push_back(line.substr(0, tab));
    cases.back().lines.push_back(line.substr(tab + 1));
    cases.back().text += line.substr(tab + 1) + "\n";
  }
  return cases;
}

Report read(const Page& page, const Packs& packs) {
  Report report = read_page(page);
  const Lattice lattice(report.text, packs);
  find_parts(lattice, report, page);
  return report;
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

class Parts : public testing::Test {
 protected:
  void SetUp() override {
    auto packs = load_packs(ISNAD_PACKS_DIR);
    if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
    packs_ = std::move(packs).value();
  }
  Packs packs_;
};

TEST_F(Parts, Pages) {
  const auto cases = read_cases();
  ASSERT_GE(cases.size(), 8u);
  for (const Case& one : cases) {
    Page page;
    page.bytes = one.text;
    const Report report = read(page, packs_);
    ASSERT_EQ(report.parts.size(), one.lines.size()) << one.text;
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
      EXPECT_EQ(report.text.slice(report.parts[i].span), one.lines[i]);
      EXPECT_EQ(part_name(report.parts[i].kind), one.kinds[i]) << one.lines[i];
    }
    EXPECT_EQ(report.language, one.language) << one.text;
    EXPECT_EQ(or_dash(report.outlet), one.outlet) << one.text;
    EXPECT_EQ(report.machine_translated, one.machine == "mt") << one.text;
    EXPECT_EQ(report.agencies.empty(), one.agencies == "-") << one.text;
    if (!report.agencies.empty()) {
      EXPECT_EQ(report.agencies[0].id, one.agencies);
    }
  }
}

TEST_F(Parts, TheAddressNamesTheOutletWhereThePageDoesNot) {
  Page page;
  page.bytes = "A paragraph of news, long enough to be one, that does not say whose page it stands on.";
  page.url = "https://www.ar.bbc.com:443/news?id=1";
  Report report = read(page, packs_);
  EXPECT_FALSE(report.outlet.empty());
  EXPECT_EQ(report.outlet_basis, Basis::Metadata);
  page.url = "https://nobody.example/bbc.com";
  EXPECT_EQ(read(page, packs_).outlet, "");
  page.outlet = "Post";
  page.url = "https://bbc.com/";
  EXPECT_EQ(read(page, packs_).outlet, "Post");
}

// Words that do not agree, blanks before marks: notes, no verdict.
TEST_F(Parts, TracesOfATranslatingMachine) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/page/traces.txt");
  std::size_t cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    ++cases;
    Page page;
    for (int i = 0; i < 5; ++i) page.bytes += line.substr(line.find('|') + 2) + "\n";
    const Report report = read(page, packs_);
    EXPECT_FALSE(report.machine_translated) << line;
    const auto traces = std::count_if(report.notes.begin(), report.notes.end(),
                                      [](const std::string& n) { return n.find("a trace of") == 0; });
    EXPECT_EQ(traces, std::stoi(line)) << line;
  }
  EXPECT_GE(cases, 4u);
}

// Every line that is not blank is in exactly one part, in order, whatever the page is.
TEST_F(Parts, CoverEverything) {
  std::mt19937 random(5);
  std::vector<std::string> lines;
  for (const Case& one : read_cases()) lines.insert(lines.end(), one.lines.begin(), one.lines.end());
  lines.insert(lines.end(), {"", " ", "***", "https://example.org", "\u0640", "1", "\xFF", "-", "."});
  for (int round = 0; round < 300; ++round) {
    Page page;
    page.flat = random() % 4 != 0;
    if (!page.flat && random() % 2) page.title = lines[random() % lines.size()];
    for (std::size_t n = random() % 20; n > 0; --n)
      page.bytes += lines[random() % lines.size()] + (random() % 5 ? "\n" : "\r\n\n");
    const Report report = read(page, packs_);
    std::size_t part = 0;
    for (const Token& token : report.text.tokens()) {
      if (token.kind == TokenKind::Newline) continue;
      while (part < report.parts.size() && report.parts[part].span.end <= token.span.begin) ++part;
      ASSERT_LT(part, report.parts.size());
      ASSERT_TRUE(report.parts[part].span.contains(token.span)) << page.bytes;
    }
    for (std::size_t i = 1; i < report.parts.size(); ++i)
      ASSERT_LE(report.parts[i - 1].span.end, report.parts[i].span.begin);
  }
}

TEST(ReadPage, GivenFields) {
  Page page;
  page.flat = false;
  page.title = "Title";
  page.bytes = "Body.\r\nMore.";
  page.published = "2022-01-07T10:00:00Z";
  page.outlet = "Post";
  const Report report = read_page(page);
  EXPECT_EQ(report.text.utf8(), "Title\nBody.\r\nMore.");
  EXPECT_EQ(report.published.value, "2022-01-07T10:00:00");
  EXPECT_EQ(report.published.basis, Basis::Metadata);
  EXPECT_TRUE(report.published.days.one_day());
  EXPECT_EQ(report.outlet_basis, Basis::Metadata);
  EXPECT_EQ(report.id.size(), 7 + 64u);
  page.published = "2022-02-30";
  EXPECT_FALSE(read_page(page).published.days.known());
  page.published = "yesterday";
  EXPECT_EQ(read_page(page).published.value, "yesterday");
  page.title.clear();
  page.bytes = "\xDE\xC7\xE1 \xE6\xD2\xED\xD1";
  EXPECT_EQ(read_page(page).notes, std::vector<std::string>{"read as windows-1256"});
}

}  // namespace
}  // namespace isnad
